import { ask, managementRefusal } from './ask.ts';
import type { Question } from './question.ts';

const path = `/api/v2/users/${encodeURIComponent('auth0|nobody')}`;

function refused(name: string, authorization: string | undefined, expected: string): Question {
  return {
    name,
    source: '§6.1',
    expected,
    ask: async (tenant) =>
      managementRefusal(
        await ask(tenant, path, authorization === undefined ? {} : { headers: { authorization } }),
      ),
  };
}

/** What the Management API says to somebody without a token (contract §6.1). */
export const managementQuestions: readonly Question[] = [
  refused('a call without a token is refused', undefined, '401 Missing authentication -'),
  refused(
    'a token that is no JWT is refused as a wrong header',
    'Bearer opaque',
    '400 Bad HTTP authentication header format Bearer',
  ),
  refused('another scheme counts as no token', 'Basic YTpi', '401 Missing authentication -'),
  refused(
    'the scheme counts in any case, whatever is between it and the token',
    'bearer   opaque',
    '400 Bad HTTP authentication header format Bearer',
  ),
  refused('a JWT of three wrong parts is refused', 'Bearer a.b.c', '401 Invalid token -'),
  {
    name: 'every answer tells the rate limit',
    source: '§6.1',
    expected: 'limit, remaining, reset',
    ask: async (tenant) => {
      const { headers } = await ask(tenant, path);
      const told = ['limit', 'remaining', 'reset'].filter((name) =>
        headers.has(`x-ratelimit-${name}`),
      );

      return told.join(', ') || 'none';
    },
  },
];
