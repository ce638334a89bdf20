/** Where the tests' own application and tenant listen, beside those of a developer. */
export const appPort = 4201;
export const tenantPort = 4401;
export const appOrigin = `http://localhost:${appPort}`;
export const tenantOrigin = `http://localhost:${tenantPort}`;

/** Where the pages of the shipped clients are, and the tenant that they alone talk to. */
export const clientPort = 4202;
export const clientTenantPort = 4402;
export const clientOrigin = `http://localhost:${clientPort}`;
export const clientTenantOrigin = `http://localhost:${clientTenantPort}`;
