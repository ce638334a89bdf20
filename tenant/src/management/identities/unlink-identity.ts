import { ManagementError } from '../../protocol/errors.ts';
import { json, pathParameter, type Reply, type TenantRequest } from '../../protocol/http.ts';
import { unlink } from '../../state/people/linking.ts';
import { identitiesShape } from '../../state/people/user-shape.ts';
import type { Identity } from '../../state/people/user.ts';
import type { Exchange } from '../../state/tenant-state.ts';
import { authorizeForUser, existingUser, type ScopeNeed } from '../user-access.ts';

const need: ScopeNeed = { any: ['update:users'], own: 'update:current_user_identities' };

/** Answers `DELETE /api/v2/users/{id}/identities/{provider}/{user_id}` (contract §6.6). */
export async function unlinkIdentity(exchange: Exchange): Promise<Reply> {
  const { request, state, nowMs } = exchange;
  const { userId } = await authorizeForUser(need, exchange);
  const user = existingUser(userId, state);
  const isNamed = identityMatcher(request);
  const identity = user.identities.find(isNamed);
  if (identity === undefined) {
    // Auth0 documents no answer for this; the SDKs know 400 (contract §6.6).
    throw new ManagementError(400, 'The user does not have this identity.');
  }
  if (identity === user.identities[0]) {
    throw new ManagementError(400, 'Main identity cannot be removed.');
  }

  return json(
    200,
    identitiesShape(unlink(state.users, { owner: user, identity }, nowMs), state.issuer),
  );
}

/** Enterprise ids hold their connection already, and any id may be sent with it in front. */
function identityMatcher(request: TenantRequest): (identity: Identity) => boolean {
  const provider = pathParameter(request, 'provider');
  const given = pathParameter(request, 'userId');

  return (identity) => {
    const id = String(identity.user_id);
    const { connection } = identity;

    return (
      identity.provider === provider &&
      (id === given || id === `${connection}|${given}` || `${connection}|${id}` === given)
    );
  };
}
