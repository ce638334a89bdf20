import * as v from 'valibot';

/** A tenant's address as the Auth0 SDK takes it: an origin, or a bare host name for https. */
const tenantDomain = v.pipe(
  v.string(),
  v.regex(
    /^(?:https:\/\/)?[a-z0-9.-]+(?::\d+)?$|^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/i,
    'must be a host name or an origin without a path, and https unless it is this machine',
  ),
);

const connection = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1)),
  strategy: v.pipe(v.string(), v.minLength(1)),
  label: v.pipe(v.string(), v.minLength(1)),
  transport: v.optional(v.picklist(['auto', 'popup']), 'auto'),
});

const policy = v.strictObject({
  requireVerifiedEmail: v.optional(v.boolean(), true),
  allowUnlink: v.optional(v.boolean(), true),
  trustedEmailConnections: v.optional(v.array(v.string()), []),
});

const branding = v.strictObject({
  productName: v.optional(v.pipe(v.string(), v.minLength(1)), 'Ligature'),
  logoUrl: v.optional(v.nullable(v.string()), null),
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
});

/** The shape of `config.json`. `public/config.schema.json` is made from it, for editors. */
export const configSchema = v.strictObject({
  $schema: v.optional(v.string()),
  tenant: v.strictObject({
    domain: tenantDomain,
    clientId: v.pipe(v.string(), v.minLength(1)),
    audience: v.pipe(v.string(), v.endsWith('/api/v2/', 'must end in /api/v2/')),
  }),
  connections: v.array(connection),
  policy: v.optional(policy, {}),
  branding: v.optional(branding, {}),
});
