import type { JsonReader } from '../../protocol/json-reader.ts';
import { defined } from '../../protocol/json.ts';
import { link, unlink } from '../../state/people/linking.ts';
import { identityKey, type User, withIdentity } from '../../state/people/user.ts';
import type { Moment } from '../../state/tenant-state.ts';
import { findPerson, invalidRequest, notThere } from '../control-call.ts';

/**
 * Changes what a tenant's owner could: `blocked`, the metadata, and of one identity (the first, or
 * the one that `identity` names) whether its address is verified.
 */
export function changePerson(user: User, fields: JsonReader, { state, nowMs }: Moment): User {
  const named = fields.optionalText('identity');
  const identity =
    named === undefined
      ? user.identities[0]
      : (user.identities.find((candidate) => identityKey(candidate) === named) ??
        fields.fail('identity', `must be an identity of the account, not ${named}`));
  const verified = defined({
    email_verified: fields.optionalFlag('email_verified'),
    phone_verified: fields.optionalFlag('phone_verified'),
  });
  const changes = defined({
    blocked: fields.optionalFlag('blocked'),
    user_metadata: fields.optionalJson('user_metadata'),
    app_metadata: fields.optionalJson('app_metadata'),
  });
  fields.finish();
  const changed: User = {
    ...withIdentity(user, { ...identity, profile: { ...identity.profile, ...verified } }),
    ...changes,
    updated_at: new Date(nowMs).toISOString(),
  };
  state.users.put(changed);

  return changed;
}

/** Links by hand, as the Management API would for a machine. */
export function linkByHand(kept: User, absorbedId: string, { state, nowMs }: Moment): User {
  const absorbed = findPerson(absorbedId, state);
  if (absorbed.user_id === kept.user_id) {
    throw invalidRequest('An account cannot be linked to itself.');
  }

  return link(state.users, { kept, absorbed }, nowMs);
}

/** Unlinks by hand; the identity becomes an account of its own again. */
export function unlinkByHand(user: User, key: string, { state, nowMs }: Moment): User {
  const identity = user.identities.find((candidate) => identityKey(candidate) === key);
  if (identity === undefined) throw notThere(`identity ${key} of ${user.user_id}`);
  if (identity === user.identities[0]) {
    throw invalidRequest('The first identity is the account itself and cannot be unlinked.');
  }

  return unlink(state.users, { owner: user, identity }, nowMs);
}
