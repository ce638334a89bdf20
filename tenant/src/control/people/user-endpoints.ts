import { ManagementError } from '../../protocol/errors.ts';
import { json, pathParameter } from '../../protocol/http.ts';
import { removeAccount } from '../../state/people/remove-account.ts';
import { identitiesShape, userShape } from '../../state/people/user-shape.ts';
import type { User } from '../../state/people/user.ts';
import type { Endpoints, Exchange } from '../../state/tenant-state.ts';
import { controlBody, findPerson } from '../control-call.ts';
import { changePerson, linkByHand, unlinkByHand } from './change-person.ts';
import { createPerson } from './create-person.ts';

/** Everybody, in Auth0's shape, without a token. */
export const userEndpoints: Endpoints = {
  'GET /users': ({ state }) =>
    json(
      200,
      state.users.all().map((user) => userShape(user, state.issuer)),
    ),
  'GET /users/:id': ({ request, state }) => {
    const user = state.users.get(pathParameter(request, 'id'));
    if (user === undefined) {
      throw new ManagementError(404, 'The user does not exist.', 'inexistent_user');
    }

    return json(200, userShape(user, state.issuer));
  },
  /** One more; `{ connection, fill: true }` is enough. */
  'POST /users': (exchange) => {
    const { request, state } = exchange;

    return json(201, userShape(createPerson(controlBody(request), exchange), state.issuer));
  },
  /** Blocks, verifies, and sets metadata as a whole. */
  'PATCH /users/:id': (exchange) => {
    const { request, state } = exchange;
    const changed = changePerson(personIn(exchange), controlBody(request), exchange);

    return json(200, userShape(changed, state.issuer));
  },
  /** Takes an account away with all its identities. */
  'DELETE /users/:id': (exchange) => {
    removeAccount(personIn(exchange), exchange.state);

    return json(200, { ok: true });
  },
  /** Links another account by hand, `{ user_id }`. */
  'POST /users/:id/identities': (exchange) => {
    const { request, state } = exchange;
    const kept = personIn(exchange);
    const absorbedId = controlBody(request).whole((body) => body.text('user_id'));

    return json(201, identitiesShape(linkByHand(kept, absorbedId, exchange), state.issuer));
  },
  /** Unlinks by hand. */
  'DELETE /users/:id/identities/:provider/:userId': (exchange) => {
    const { request, state } = exchange;
    const key = `${pathParameter(request, 'provider')}|${pathParameter(request, 'userId')}`;

    return json(
      200,
      identitiesShape(unlinkByHand(personIn(exchange), key, exchange), state.issuer),
    );
  },
};

function personIn({ request, state }: Exchange): User {
  return findPerson(pathParameter(request, 'id'), state);
}
