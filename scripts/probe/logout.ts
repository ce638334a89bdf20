import { ask, pageOrRedirect } from './ask.ts';
import type { ProbedTenant, Question } from './question.ts';

function logout(tenant: ProbedTenant, returnTo: string): ReturnType<typeof ask> {
  const query = new URLSearchParams({ client_id: tenant.clientId, returnTo });

  return ask(tenant, `/v2/logout?${query.toString()}`);
}

/** Where logging out leads (contract §5). */
export const logoutQuestions: readonly Question[] = [
  {
    name: 'logging out leads to an address of the client',
    source: '§5',
    expected: 'redirect to the client',
    ask: async (tenant) => {
      const { origin } = new URL(tenant.callback);
      const answer = await logout(tenant, origin);
      const location = answer.headers.get('location') ?? '';

      return URL.parse(location)?.origin === origin
        ? 'redirect to the client'
        : pageOrRedirect(answer);
    },
  },
  {
    name: 'of the address that it leads to a query is not compared',
    source: '§12',
    expected: 'redirect with the query',
    ask: async (tenant) => {
      const address = `${new URL(tenant.callback).origin}/?from=probe`;
      const answer = await logout(tenant, address);
      const location = answer.headers.get('location') ?? '';

      return URL.parse(location)?.href === address
        ? 'redirect with the query'
        : pageOrRedirect(answer);
    },
  },
  {
    name: 'logging out leads nowhere that is not registered',
    source: '§5',
    expected: 'a page that refuses',
    ask: async (tenant) => pageOrRedirect(await logout(tenant, 'https://attacker.example/')),
  },
];
