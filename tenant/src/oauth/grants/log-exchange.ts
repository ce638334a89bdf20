import { decodeJwt } from 'jose';

import { OAuthError } from '../../protocol/errors.ts';
import { callerOf } from '../../protocol/http.ts';
import type { JsonObject } from '../../protocol/json.ts';
import type { Client } from '../../state/config/client.ts';
import type { EventType } from '../../state/log/tenant-event.ts';
import type { User } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import type { Grant } from './token-request.ts';

/** Auth0's codes for an exchange that was made and one that was refused (contract §6.13). */
const events: ReadonlyMap<string, readonly [made: EventType, refused: EventType]> = new Map([
  ['authorization_code', ['seacft', 'feacft']],
  ['refresh_token', ['sertft', 'fertft']],
  ['client_credentials', ['seccft', 'feccft']],
  ['password', ['sepft', 'fepft']],
  ['http://auth0.com/oauth/grant-type/password-realm', ['sepft', 'fepft']],
  ['http://auth0.com/oauth/grant-type/passwordless/otp', ['sepotpft', 'fepotpft']],
]);

/** Wraps a grant so that what came of it is in the tenant's log (contract §6.13). */
export function logExchange(grantType: string, grant: Grant): Grant {
  const [made, refused] = events.get(grantType) ?? (['seacft', 'feacft'] as const);

  return async (asked, moment) => {
    const { state, nowMs } = moment;
    const { client, request } = asked;
    const about = { client, ...callerOf(request) };
    try {
      const body = await grant(asked, moment);
      const user = userIn(body, state);
      state.log.append({ type: made, ...about, ...(user !== undefined && { user }) }, nowMs);

      return body;
    } catch (error) {
      if (error instanceof OAuthError) {
        const type = isReuse(refused, client, error) ? 'ferrt' : refused;
        state.log.append({ type, description: error.message, ...about }, nowMs);
      }
      throw error;
    }
  };
}

/** A rotated token that comes back has an event of its own (contract §3.2). */
function isReuse(refused: EventType, { refresh_token }: Client, { error }: OAuthError): boolean {
  return (
    refused === 'fertft' && refresh_token.rotation_type === 'rotating' && error === 'invalid_grant'
  );
}

/** Whom the tokens are about; the tenant has just made them. */
function userIn({ id_token: token }: JsonObject, { users }: TenantState): User | undefined {
  return typeof token === 'string' ? users.get(decodeJwt(token).sub ?? '') : undefined;
}
