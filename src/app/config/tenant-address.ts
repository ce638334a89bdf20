import * as v from 'valibot';

const hostName = String.raw`[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)*`;
const thisMachine = String.raw`http:\/\/(?:localhost|127\.0\.0\.1)`;
const port = String.raw`(?::\d{1,5})?`;

const withScheme = (address: string): string =>
  address.includes('://') ? address : `https://${address}`;

const hasRealPort = v.check(
  (address: string) => URL.canParse(withScheme(address)),
  'has a host name or a port that there cannot be',
);

/** A tenant's address as people write it; its origin, as the Auth0 SDK takes it. */
export const tenantDomain = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(
    new RegExp(`^(?:(?:https:\\/\\/)?${hostName}|${thisMachine})${port}\\/?$`, 'u'),
    'must be a host name or an origin without a path, and https unless it is this machine',
  ),
  hasRealPort,
  v.transform((address) => new URL(withScheme(address)).origin),
);

/** The Management API's identifier, which is compared letter by letter: small letters, and a slash at the end. */
export const managementApi = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(
    new RegExp(`^(?:https:\\/\\/${hostName}|${thisMachine})${port}\\/api\\/v2\\/?$`, 'u'),
    'must be an address that ends in /api/v2/, and https unless it is this machine',
  ),
  hasRealPort,
  v.transform((address) => `${new URL(address).origin}/api/v2/`),
);
