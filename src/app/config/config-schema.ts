import * as v from 'valibot';

import { connectionKind } from '../identity/connection-kinds';
import { languageCodes } from '../../locales/languages';
import { allTransports, transportKind, type Transport } from '../identity/transport-kinds';
import { managementApi, tenantDomain } from './tenant-address';

/** Something that can be seen, without the blanks around it that came along when it was copied. */
const text = v.pipe(v.string(), v.trim(), v.regex(/[^\s\p{Cc}\p{Cf}\p{M}]/u, 'must not be empty'));

/** A key of somebody's settings, which is another one with a blank more. */
const settingKey = v.pipe(
  v.string(),
  v.regex(/^\S(?:.*\S)?$/s, 'must not be empty, and not begin or end with a blank'),
);

const tenant = v.strictObject({
  domain: tenantDomain,
  clientId: v.pipe(text, v.description('The client id of the single-page application.')),
  audience: managementApi,
  environment: v.optional(
    v.pipe(
      v.picklist(['production', 'staging']),
      v.description('Whose accounts these are: nothing is tried out on those of production.'),
    ),
    'production',
  ),
});

/** What stands behind the `@` of an address. */
const mailDomain = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[^\s@/]+\.[^\s@/.]+$/, 'must be what stands behind the @: acme.com'),
);

const connectionFields = v.strictObject({
  name: v.pipe(text, v.description("The connection's name at the tenant.")),
  strategy: v.pipe(
    text,
    v.toLowerCase(),
    v.description('Its kind, for instance "google-oauth2" or "auth0".'),
  ),
  label: v.pipe(text, v.description('What people call it.')),
  transport: v.optional(
    v.pipe(
      v.picklist(['auto', ...allTransports]),
      v.description('How the second sign-in travels.'),
    ),
    'auto',
  ),
  domains: v.exactOptional(
    v.pipe(
      v.array(mailDomain),
      v.description(
        'What stands behind the @ of the work e-mails that sign in here: people find it by theirs.',
      ),
    ),
  ),
});

/** Whether a transport that takes the answer to a message goes with a strategy that sends one. */
function goesWith(transport: 'auto' | Transport, strategy: string): boolean {
  if (transport === 'auto') return true;
  const { messagesTo } = transportKind(transport);

  return (
    messagesTo === undefined || messagesTo.some((to) => to === connectionKind(strategy).messageTo)
  );
}

const connection = v.pipe(
  connectionFields,
  v.forward(
    v.check(
      ({ transport, strategy }) => goesWith(transport, strategy),
      'does not go with this strategy',
    ),
    ['transport'],
  ),
);

/** A rule that holds unless the file says `false`. */
const rule = (description: string) =>
  v.optional(v.pipe(v.boolean(), v.description(description)), true);

const policy = v.strictObject({
  confirmWithin: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(30),
      v.description('How fresh a sign-in must be before a link or an unlink, in seconds.'),
    ),
    300,
  ),
  requireVerifiedEmail: rule('Refuse a second account whose e-mail is not verified.'),
  allowUnlink: rule('Let people unlink sign-in methods.'),
  allowSwap: rule('Let people keep the second account instead of the first.'),
  enterpriseMustBePrimary: rule(
    "Never let a company's account be absorbed by one that is not a company's.",
  ),
  reservedMetadata: v.optional(
    v.pipe(
      v.array(settingKey),
      v.description("Root keys of user_metadata that are the portal's own and never cross."),
    ),
    ['roles', 'isAdmin'],
  ),
  metadataPresets: v.optional(
    v.pipe(
      v.record(settingKey, v.picklist(['mine', 'theirs', 'both'])),
      v.description('What is proposed when both accounts have a value, by root key.'),
    ),
    {},
  ),
  trustedEmailConnections: v.optional(
    v.pipe(
      v.array(text),
      v.description(
        'Company connections (samlp, waad, adfs, oidc, ad) whose e-mails you vouch for.',
      ),
    ),
    [],
  ),
});

/** No logo is often written as an empty text. */
const logoUrl = v.pipe(
  v.string(),
  v.trim(),
  v.transform((url) => (url === '' ? null : url)),
);

const branding = v.strictObject({
  productName: v.optional(text, 'Ligature'),
  logoUrl: v.optional(v.nullable(logoUrl), null),
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  language: v.optional(
    v.pipe(
      v.picklist(languageCodes),
      v.description(
        'The language of the pages, for whom has not chosen one; else that of the browser.',
      ),
    ),
  ),
});

const support = v.pipe(
  v.strictObject({
    label: v.pipe(text, v.description('What people call your support: "Acme IT Help".')),
    url: v.optional(
      // Nothing that a browser would run in this page.
      v.pipe(text, v.regex(/^https?:\/\/\S+$/, 'must be an address that begins with https://')),
    ),
    email: v.optional(v.pipe(text, v.email('must be an e-mail address'))),
    phone: v.optional(
      v.pipe(text, v.regex(/^\+?[\d ()/-]{3,}$/, 'must be a phone number with its country code')),
    ),
  }),
  v.check(
    ({ url, email, phone }) => [url, email, phone].some((way) => way !== undefined),
    'must have a url, an email or a phone',
  ),
  v.description('Whom people can ask where they cannot go on by themselves.'),
);

/** The shape of `config.json`. `public/config.schema.json` is made from it, for editors. */
export const configSchema = v.strictObject({
  $schema: v.optional(v.string()),
  tenant,
  connections: v.pipe(
    v.array(connection),
    v.minLength(1, 'must name at least one connection: there is nothing to link otherwise'),
    v.check(
      (listed) => new Set(listed.map(({ name }) => name)).size === listed.length,
      'must not name a connection twice',
    ),
  ),
  policy: v.optional(policy, {}),
  branding: v.optional(branding, {}),
  support: v.optional(support),
  staging: v.optional(
    v.pipe(v.boolean(), v.description('Offer the staging console under /staging.')),
    false,
  ),
});
