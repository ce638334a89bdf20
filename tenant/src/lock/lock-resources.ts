import { PageError } from '../protocol/errors.ts';
import { json, pathParameter, type Reply } from '../protocol/http.ts';
import type { JsonObject } from '../protocol/json.ts';
import { secretId } from '../protocol/random.ts';
import { webOriginsOf } from '../state/config/client.ts';
import { type Connection, signInMethod } from '../state/config/connection.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { pageHeaders } from '../ui/layout.ts';

/** Answers `GET /client/{id}.js`: what Lock loads first, to learn what a client may sign in with (§4.6). */
export function lockClient({ request, state }: Exchange): Reply {
  const id = pathParameter(request, 'file').replace(/\.js$/, '');
  const client = state.config.clients.get(id);
  if (client === undefined) throw new PageError(404, 'unknownApplication', { came: id });
  const settings = {
    id,
    tenant: 'local',
    subscription: 'free',
    authorize: `${state.issuer}authorize`,
    callback: client.callbacks[0] ?? '',
    hasAllowedOrigins: client.web_origins.length > 0,
    changePassword: `${state.issuer}login`,
    strategies: strategiesOf(state.connectionsOf(client)),
  };

  return {
    status: 200,
    headers: {
      'content-type': 'application/javascript; charset=utf-8',
      'cache-control': 'no-store',
    },
    body: `Auth0.setClient(${JSON.stringify(settings)});`,
  };
}

function strategiesOf(connections: readonly Connection[]): readonly JsonObject[] {
  const byStrategy = Map.groupBy(connections, ({ strategy }) => strategy);

  return [...byStrategy].map(([name, members]) => ({
    name,
    connections: members.map(connectionFor),
  }));
}

function connectionFor(connection: Connection): JsonObject {
  const { name, display_name, options } = connection;
  if (signInMethod(connection) !== 'password') return { name, display_name };

  return {
    name,
    passwordPolicy: options.passwordPolicy ?? 'good',
    showSignup: options.disable_signup !== true,
    showForgot: true,
    requires_username: options.requires_username === true,
  };
}

/**
 * Answers `GET /relay.html`: what old browsers need in a frame, because their popups cannot talk to their
 * opener. WinChan names the function (contract §4.5).
 */
export function relay({ state }: Exchange): Reply {
  const nonce = secretId();
  const ancestors = [...new Set([...state.config.clients.values()].flatMap(webOriginsOf))].join(
    ' ',
  );

  return {
    status: 200,
    headers: {
      ...pageHeaders,
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors ${ancestors}`,
    },
    body: `<!doctype html><title>Relay</title><script nonce="${nonce}">
window.doPost = (message, origin) => window.parent.postMessage(message, origin);
</script>`,
  };
}

/** Answers `GET /user/ssodata`: the classic way to ask for a session, which says no (contract §4.5). */
export function ssoData(): Reply {
  return json(200, { sso: false });
}

/** Answers `GET /user/geoloc/country`: Lock reads the country code to preselect a prefix (contract §4.5). */
export function country(): Reply {
  return json(200, { countryCode: 'US', countryName: 'United States' });
}

/** Answers `POST …/challenge`: this tenant suspects nobody, so no form needs a captcha (contract §4.5). */
export function challenge(): Reply {
  return json(200, { required: false });
}
