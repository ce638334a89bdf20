/** Where the tests' own application and tenant listen, beside those of a developer. */
export const appPort = 4201;
export const tenantPort = 4401;
export const appOrigin = `http://localhost:${appPort}`;
export const tenantOrigin = `http://localhost:${tenantPort}`;
