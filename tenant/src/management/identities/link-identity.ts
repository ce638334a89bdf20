import { ManagementError } from '../../protocol/errors.ts';
import { json, type Reply } from '../../protocol/http.ts';
import { link } from '../../state/people/linking.ts';
import { identitiesShape } from '../../state/people/user-shape.ts';
import { type User } from '../../state/people/user.ts';
import type { Exchange, Moment, TenantState } from '../../state/tenant-state.ts';
import { CheckedBody, invalidBody } from '../body.ts';
import {
  authorizeForUser,
  existingUser,
  insufficientScope,
  type ScopeNeed,
  type UserAccess,
} from '../user-access.ts';
import { refused } from './identity-refusals.ts';
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
  const key = await absorbedKey(new CheckedBody(request, properties), access, exchange);
  if (key === access.userId) {
    throw refused('Main identity and the new one are the same.');
  }
  const kept = existingUser(access.userId, state);
  const absorbed = absorbedAccount(key, state);

  return json(201, identitiesShape(link(state.users, { kept, absorbed }, nowMs), state.issuer));
}

/** The id of the account to absorb: its owner's proof, or the word of a machine. */
async function absorbedKey(
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

function absorbedAccount(key: string, state: TenantState): User {
  const absorbed = state.users.get(key);
  if (absorbed !== undefined) return absorbed;
  if (state.users.ownerOf(key) !== undefined) {
    // Auth0 documents no errorCode for this one, so there is none (contract §10.10).
    throw new ManagementError(409, 'Specified identity already exists.');
  }

  throw refused('Provided secondary account not found.');
}

/**
 * Verifies a `link_with` token and tells its `sub`. It must be an ID token of this tenant, alive, and for the
 * client that calls. Throws a `ManagementError`, in the order of contract §11 and the words of §6.5.
 */
async function readLinkToken(
  token: string,
  azp: string,
  { state, nowMs }: Moment,
): Promise<string> {
  const reading = await state.signer.read(token);
  if (reading.kind === 'refused') {
    throw refused(
      reading.fault === 'algorithm'
        ? 'JWT (link_with) must have an alg of RS256.'
        : 'Invalid token (link_with).',
    );
  }
  const { iss, exp, aud, sub } = reading.claims;
  if (iss !== state.issuer) {
    throw refused('JWT (link_with) must have the same issuer as the calling user.');
  }
  if (typeof exp !== 'number' || nowMs >= exp * 1000) throw refused('Invalid token (link_with).');
  if (typeof aud !== 'string') throw refused('JWT (link_with) contains an invalid aud claim.');
  if (aud !== azp) {
    throw refused(
      "JWT (link_with) must have an aud claim that matches that of the calling token's azp.",
    );
  }
  if (sub === undefined) throw refused('JWT (link_with) must contains sub claim.');
  if (typeof sub !== 'string' || !sub.includes('|')) {
    throw refused('JWT (link_with) contains an invalid sub claim.');
  }

  return sub;
}
