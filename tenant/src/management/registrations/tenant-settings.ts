import { json, type Reply } from '../../protocol/http.ts';
import { defined, isObject, type JsonObject } from '../../protocol/json.ts';
import {
  hourMs,
  parseSessionLifetimes,
  parseTenantSettings,
} from '../../seed/parse/parse-tenant-settings.ts';
import type { Exchange, TenantState } from '../../state/tenant-state.ts';
import { bodyObject, invalidBody } from '../body.ts';
import { fieldParameters, fieldSelection, reading } from '../query.ts';
import { authorize } from '../user-access.ts';
import { readAsInFile } from './registration.ts';

/** Answers `GET /api/v2/tenants/settings`. */
export const getTenantSettings = reading(
  ['read:tenant_settings'],
  fieldParameters,
  (query, { state }) => json(200, fieldSelection(query)(shape(state))),
);

/** Answers `PATCH /api/v2/tenants/settings`: changes what the body says, in `flags` and other groups too. */
export async function updateTenantSettings(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  await authorize(['update:tenant_settings'], exchange);
  const body = inHours(bodyObject(request));
  const { loopbackNeedsConsent } = state.config.settings;
  const changed = readAsInFile(merged(shape(state), body), (fields, notices) => ({
    lifetimes: parseSessionLifetimes(fields),
    settings: parseTenantSettings(fields, { loopbackNeedsConsent }, notices),
  }));
  state.config.lifetimes = { ...state.config.lifetimes, ...changed.lifetimes };
  state.config.settings = changed.settings;

  return json(200, shape(state));
}

function shape({ config: { settings, lifetimes } }: TenantState): JsonObject {
  return {
    friendly_name: settings.friendlyName,
    enabled_locales: settings.enabledLocales,
    session_lifetime: lifetimes.sessionMs / hourMs,
    idle_session_lifetime: lifetimes.idleSessionMs / hourMs,
    allowed_logout_urls: settings.allowedLogoutUrls,
    flags: {
      revoke_refresh_token_grant: settings.revokesGrantWithRefreshToken,
      enable_public_signup_user_exists_error: settings.tellsThatUserExists,
    },
    oidc_logout: { rp_logout_end_session_endpoint_discovery: settings.showsEndSessionEndpoint },
    universal_login: {
      passwordless: {
        allow_magiclink_verify_without_session: settings.allowsMagicLinkWithoutSession,
      },
    },
    ...defined({
      support_email: settings.supportEmail,
      support_url: settings.supportUrl,
      picture_url: settings.pictureUrl,
      default_directory: settings.defaultDirectory,
      default_audience: settings.defaultAudience,
    }),
  };
}

/** The Deploy CLI sends sessions in minutes; the tenant's file has hours. */
function inHours(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      if (!name.endsWith('_lifetime_in_minutes')) return [name, value];
      if (typeof value !== 'number') throw invalidBody('Expected type number', name);

      return [name.replace('_in_minutes', ''), value / 60];
    }),
  );
}

/** What is, with what a body says over it, group by group; `null` takes a value away. */
function merged(current: JsonObject, body: JsonObject): JsonObject {
  const names = [...new Set([...Object.keys(current), ...Object.keys(body)])];
  const values = names.map((name) => {
    const [old, said] = [current[name], body[name]];
    const value = isObject(old) && isObject(said) ? merged(old, said) : said;

    return [name, said === undefined ? old : value] as const;
  });

  return Object.fromEntries(values.filter(([, value]) => value !== null));
}
