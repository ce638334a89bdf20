import { readLinkToken } from '../../oauth/tokens/link-token.ts';
import { ManagementError } from '../../protocol/errors.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange, Moment } from '../../state/exchange.ts';
import { link } from '../../state/people/linking.ts';
import { identitiesShape } from '../../state/people/user-shape.ts';
import { type User } from '../../state/people/user.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { CheckedBody, invalidBody } from '../body.ts';
import {
  authorizeForUser,
  existingUser,
  insufficientScope,
  type ScopeNeed,
  type UserAccess,
} from '../user-access.ts';
import { namedIdentity } from './named-identity.ts';

const need: ScopeNeed = { any: ['update:users'], own: 'update:current_user_identities' };

const properties = {
  provider: 'Identity provider of the secondary user account being linked.',
  connection_id:
    'connection_id of the secondary user account being linked when more than one auth0 database provider exists.',
  user_id: 'user_id of the secondary user account being linked.',
  link_with: 'JWT for the secondary account being linked.',
};

/**
 * Answers `POST /api/v2/users/{id}/identities`: absorbs the account that `link_with` proves, or that a machine
 * names. As at Auth0, nothing here asks for a verified e-mail or a fresh sign-in: that is the client's
 * part (§6.5).
 */
export async function linkIdentity(exchange: Exchange): Promise<Reply> {
  const { request, state, nowMs } = exchange;
  const access = await authorizeForUser(need, exchange);
  const key = await secondaryKey(new CheckedBody(request, properties), access, exchange);
  if (key === access.userId) {
    throw new ManagementError(400, 'Main identity and the new one are the same.');
  }
  const primary = existingUser(access.userId, state);
  const secondary = secondaryAccount(key, state);

  return json(201, identitiesShape(link(state.users, { primary, secondary }, nowMs), state.issuer));
}

/** The id of the account to absorb: its owner's proof, or the word of a machine. */
async function secondaryKey(
  body: CheckedBody,
  { caller, isOwn }: UserAccess,
  moment: Moment,
): Promise<string> {
  const token = body.text('link_with');
  if (token === undefined) {
    // Naming an account is not proving it, so only a machine may (SEC-19).
    if (isOwn) throw insufficientScope('update:users');

    return namedIdentity(body, moment.state);
  }
  if (body.names().length > 1) {
    throw invalidBody('link_with excludes provider, user_id and connection_id');
  }

  return readLinkToken(token, caller.azp, moment);
}

function secondaryAccount(key: string, state: TenantState): User {
  const secondary = state.users.get(key);
  if (secondary !== undefined) return secondary;
  if (state.users.ownerOf(key) !== undefined) {
    // Auth0 documents no errorCode for this one, so there is none (contract §10.10).
    throw new ManagementError(409, 'Specified identity already exists.');
  }

  throw new ManagementError(400, 'Provided secondary account not found.');
}
