import { isDeepStrictEqual } from 'node:util';

import type { Caller } from '../oauth/tokens/access-token.ts';
import { ManagementError } from '../protocol/errors.ts';
import { json, type Reply } from '../protocol/http.ts';
import { isObject } from '../protocol/json.ts';
import type { NoneOf, NotImitated } from '../state/config/not-imitated.ts';
import type { Exchange } from '../state/tenant-state.ts';
import { bodyValue } from './body.ts';
import { authorize } from './user-access.ts';

/** Makes what a part of the Management API answers that is not imitated. */
export const endpointsOfNone = (part: NotImitated) => ({
  /** Answers a read as a tenant does that has none of it. */
  read: async (exchange: Exchange): Promise<Reply> => {
    await authorize([`read:${part.resource}`], exchange);

    return answerOf(part.none, exchange.request.query);
  },

  /** Answers a write that says what is so already, as an import of an export does. Any other would be forgotten. */
  write: async (exchange: Exchange): Promise<Reply> => {
    const { none } = part;
    await authorizeWrite(part, exchange);
    if (none.kind === 'body' && isSaidBy(none.body, bodyValue(exchange.request))) {
      return json(200, none.body);
    }
    throw refusalOf(part);
  },

  /** Refuses a write below its path in plain words. */
  writeBelow: async (exchange: Exchange): Promise<Reply> => {
    await authorizeWrite(part, exchange);
    throw refusalOf(part);
  },
});

const refusalOf = ({ path }: NotImitated): ManagementError =>
  new ManagementError(
    400,
    `The local tenant does not imitate ${path}: nothing has been written.`,
    'operation_not_supported',
  );

function authorizeWrite({ resource }: NotImitated, exchange: Exchange): Promise<Caller> {
  const scopes = ['create', 'update', 'delete'].map((verb) => `${verb}:${resource}`);

  return authorize(scopes, exchange);
}

function answerOf(none: NoneOf, query: URLSearchParams): Reply {
  switch (none.kind) {
    case 'pages':
      return json(
        200,
        query.get('include_totals') === 'true'
          ? { start: 0, limit: Number(query.get('per_page') ?? 50), total: 0, [none.name]: [] }
          : [],
      );
    case 'body':
      return json(200, none.body);
    case 'refusal':
      throw new ManagementError(none.status, none.message, none.errorCode);
  }
}

/** Whether every property of a body is one that the answer has, with the same value. */
function isSaidBy(answer: object, body: unknown): boolean {
  if (!isObject(answer) || !isObject(body)) return isDeepStrictEqual(answer, body);

  return Object.entries(body).every(
    ([name, value]) => Object.hasOwn(answer, name) && isDeepStrictEqual(answer[name], value),
  );
}
