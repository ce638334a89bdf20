import { ManagementError } from '../../protocol/errors.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import { pathParameter } from '../../protocol/request.ts';
import type { Exchange } from '../../state/exchange.ts';
import { removeAccount } from '../../state/people/remove-account.ts';
import { identitiesShape, userShape } from '../../state/people/user-shape.ts';
import { controlBody } from '../control-body.ts';
import { findPerson } from '../find-person.ts';
import { changePerson, linkByHand, unlinkByHand } from './change-person.ts';
import { createPerson } from './create-person.ts';

/** `GET /_tenant/api/users`: everybody, in Auth0's shape, without a token. */
export function allUsers({ state }: Exchange): Reply {
  return json(
    200,
    state.users.all().map((user) => userShape(user, state.issuer)),
  );
}

/** `GET /_tenant/api/users/{id}`: one of them. */
export function anyUser({ request, state }: Exchange): Reply {
  const user = state.users.get(pathParameter(request, 'id'));
  if (user === undefined) {
    throw new ManagementError(404, 'The user does not exist.', { errorCode: 'inexistent_user' });
  }

  return json(200, userShape(user, state.issuer));
}

/** `POST /_tenant/api/users`: one more; `{ connection, fill: true }` is enough. */
export function addUser(exchange: Exchange): Reply {
  const { request, state } = exchange;
  return json(201, userShape(createPerson(controlBody(request), exchange), state.issuer));
}

/** `PATCH /_tenant/api/users/{id}`: blocks, verifies, and sets metadata as a whole. */
export function changeUser(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const user = findPerson(pathParameter(request, 'id'), state);

  return json(200, userShape(changePerson(user, controlBody(request), exchange), state.issuer));
}

/** `DELETE /_tenant/api/users/{id}`: takes an account away with all its identities. */
export function removeUser({ request, state }: Exchange): Reply {
  removeAccount(findPerson(pathParameter(request, 'id'), state), state);

  return json(200, { ok: true });
}

/** `POST /_tenant/api/users/{id}/identities`: links another account by hand, `{ user_id }`. */
export function linkUser(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const primary = findPerson(pathParameter(request, 'id'), state);
  const body = controlBody(request);
  const secondaryId = body.text('user_id');
  body.finish();

  return json(201, identitiesShape(linkByHand(primary, secondaryId, exchange), state.issuer));
}

/** `DELETE /_tenant/api/users/{id}/identities/{provider}/{user_id}`: unlinks by hand. */
export function unlinkUser(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const user = findPerson(pathParameter(request, 'id'), state);
  const key = `${pathParameter(request, 'provider')}|${pathParameter(request, 'userId')}`;

  return json(200, identitiesShape(unlinkByHand(user, key, exchange), state.issuer));
}
