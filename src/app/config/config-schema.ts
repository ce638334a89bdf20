import * as v from 'valibot';

import { connectionKind } from '../identity/connection-kinds';
import { languageCodes, type LanguageCode } from '../../locales/languages';
import { settingKinds } from '../identity/settings/setting-description';
import { allTransports, transportKind, type Transport } from '../identity/transport-kinds';
import { managementApi, tenantDomain } from './tenant-address';

export const somethingSeen = /[^\s\p{Cc}\p{Cf}\p{M}]/u;

/** Something that can be seen, without the blanks around it that came along when it was copied. */
const text = v.pipe(v.string(), v.trim(), v.regex(somethingSeen, 'must not be empty'));

/** A key of somebody's settings, which is another one with a blank more. */
const settingKey = v.pipe(
  v.string(),
  v.regex(/^\S(?:.*\S)?$/s, 'must not be empty, and not begin or end with a blank'),
);

/** A text that is the same in every language, or one for each. */
function localized<Schema extends v.GenericSchema<string, string>>(schema: Schema) {
  const inEveryLanguage = Object.fromEntries(
    languageCodes.map((code) => [code, v.optional(schema)]),
  ) as Record<LanguageCode, v.OptionalSchema<Schema, undefined>>;

  return v.union(
    [
      schema,
      v.pipe(
        v.strictObject(inEveryLanguage),
        v.check((texts) => Object.keys(texts).length > 0, 'must be in a language'),
      ),
    ],
    // What is wrong with a text says more than that it is neither.
    ({ issues }) =>
      issues?.find(({ kind }) => kind === 'validation')?.message ??
      'must be a text, or one for each language',
  );
}

const localizedText = localized(text);

const tenant = v.strictObject({
  domain: tenantDomain,
  clientId: text,
  audience: managementApi,
  environment: v.optional(v.picklist(['production', 'staging', 'development']), 'production'),
});

/** What stands behind the `@` of an address. */
const mailDomain = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[^\s@/]+\.[^\s@/.]+$/, 'must be what stands behind the @: acme.com'),
);

const connectionFields = v.strictObject({
  name: text,
  strategy: v.pipe(text, v.toLowerCase()),
  label: localizedText,
  transport: v.optional(v.picklist(['auto', ...allTransports]), 'auto'),
  domains: v.exactOptional(v.array(mailDomain)),
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
const rule = v.optional(v.boolean(), true);

const policy = v.strictObject({
  confirmWithin: v.optional(v.pipe(v.number(), v.integer(), v.minValue(30)), 300),
  requireVerifiedEmail: rule,
  allowUnlink: rule,
  allowSwap: rule,
  enterpriseMustBePrimary: rule,
  reservedMetadata: v.optional(v.array(settingKey), ['roles', 'isAdmin']),
  metadataPresets: v.optional(v.record(settingKey, v.picklist(['mine', 'theirs', 'both'])), {}),
  trustedEmailConnections: v.optional(v.array(text), []),
});

/** No logo is often written as an empty text. */
const logoUrl = v.pipe(
  v.string(),
  v.trim(),
  v.transform((url) => (url === '' ? null : url)),
);

/** Nothing that a browser would run in this page. */
const webAddress = v.pipe(text, v.regex(/^https?:\/\/\S+$/, 'must begin with https://'));

/** Something that lies beside the application: nothing is loaded from other hosts for the looks of it. */
const ownFile = v.pipe(
  text,
  v.regex(/^(?!\/\/)(?![a-z][a-z\d+.-]*:)[^\s\\]+$/i, 'must be a file of this site'),
);

const color = v.pipe(text, v.regex(/^#[\da-f]{6}$/i, 'must be like "#00676b"'));

const colors = v.strictObject({
  primary: color,
  primaryDark: v.optional(color),
});

const font = v.strictObject({
  family: v.pipe(text, v.regex(/^[\p{L}\d _-]+$/u, 'must be one font')),
  url: v.optional(ownFile),
});

/** A page of another application, as it is compared: by origin and path. */
const returnAddress = v.pipe(
  text,
  v.check(
    (address) => /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)[:/])/.test(address),
    'must begin with https:// unless it is on this machine',
  ),
  v.check((address) => URL.canParse(address), 'must be an address'),
  v.check((address) => {
    const { username, password, search, hash } = new URL(address);

    return username + password + search + hash === '' && !/[?#*]/.test(address);
  }, 'must be an origin and a path, and nothing else'),
  v.transform((address) => new URL(address).href),
);

/** Pages of other applications that people may come back to after a link. */
export const returnAddresses = v.optional(v.array(returnAddress), []);

const links = v.strictObject({
  privacy: v.optional(localized(webAddress)),
  terms: v.optional(localized(webAddress)),
  imprint: v.optional(localized(webAddress)),
});

const branding = v.strictObject({
  productName: v.optional(text, 'Ligature'),
  logoUrl: v.optional(v.nullable(logoUrl), null),
  logoDarkUrl: v.optional(ownFile),
  faviconUrl: v.optional(ownFile),
  colors: v.optional(colors),
  font: v.optional(font),
  borderRadius: v.optional(
    v.pipe(
      v.number(),
      v.check((pixels) => pixels >= 0 && pixels <= 24, 'must be between 0 and 24'),
    ),
  ),
  links: v.optional(links),
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  language: v.optional(v.picklist(languageCodes)),
});

const support = v.pipe(
  v.strictObject({
    label: text,
    url: v.optional(webAddress),
    email: v.optional(v.pipe(text, v.email('must be an e-mail address'))),
    phone: v.optional(
      v.pipe(text, v.regex(/^\+?[\d ()/-]{3,}$/, 'must be a phone number with its country code')),
    ),
  }),
  v.check(
    ({ url, email, phone }) => [url, email, phone].some((way) => way !== undefined),
    'must have a url, an email or a phone',
  ),
);

const setting = v.strictObject({
  label: v.optional(localizedText),
  values: v.optional(v.record(v.string(), localizedText)),
  kind: v.optional(v.picklist(settingKinds)),
  hidden: v.optional(v.boolean(), false),
});

/**
 * The shape of `config.json`. `public/config.schema.json` is made from it, for editors, and from what
 * `scripts/lib/config-schema/config-descriptions.ts` says about each setting: every page loads this.
 */
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
  settings: v.optional(v.record(settingKey, setting)),
  returnAddresses,
  staging: v.optional(v.boolean(), false),
});
