import { ask } from './ask.ts';
import type { ProbedTenant, Question } from './question.ts';

const asked = 'authorization, content-type, auth0-client, dpop';

function preflight(tenant: ProbedTenant, path: string, origin: string): ReturnType<typeof ask> {
  return ask(tenant, path, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': asked,
    },
  });
}

function answered(path: string): Question {
  return {
    name: `a page of the client may ask ${path} with the SDK’s headers`,
    source: '§0',
    expected: 'answered, echoed, with all headers',
    ask: async (tenant) => {
      const { origin } = new URL(tenant.callback);
      const { status, headers } = await preflight(tenant, path, origin);
      const allowed = headers.get('access-control-allow-headers')?.toLowerCase() ?? '';
      const missing = asked.split(', ').filter((name) => !allowed.includes(name));

      return [
        status === 200 || status === 204 ? 'answered' : `status ${status}`,
        headers.get('access-control-allow-origin') === origin ? 'echoed' : 'not echoed',
        missing.length === 0 ? 'with all headers' : `without ${missing.join(' ')}`,
      ].join(', ');
    },
  };
}

/** Who may call from a browser (contract §0). */
export const crossOriginQuestions: readonly Question[] = [
  answered('/oauth/token'),
  answered('/userinfo'),
  answered('/api/v2/users/auth0%7Cnobody'),
  {
    name: 'a page of a stranger is not let in',
    source: '§0',
    expected: 'not let in',
    ask: async (tenant) => {
      const stranger = 'https://attacker.example';
      const { headers } = await preflight(tenant, '/oauth/token', stranger);
      const allowed = headers.get('access-control-allow-origin');

      return allowed === stranger || allowed === '*' ? `let in by ${allowed}` : 'not let in';
    },
  },
];
