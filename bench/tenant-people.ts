import { type ChildServer, startServer } from './child-server.ts';
import { HttpClient } from './http-client.ts';
import { isQuick, quantile, timed, timedEach } from './measure.ts';
import type { Figure } from './figures.ts';

const people = isQuick ? 1000 : 100_000;
const tenantMain = 'tenant/src/main.mjs';

const searches = [
  'email:"amara.abara.0@people.example"',
  'identities.connection:"github" AND name:zo*',
  'user_metadata.language:"fr" AND NOT email_verified:true',
  'name:*mura AND logins_count:[100 TO *]',
];

/** What a directory of a hundred thousand people costs. */
export async function measurePeople(localFile: string): Promise<readonly Figure[]> {
  let server: ChildServer | undefined;
  const start = await timed(async () => {
    server = await startServer([tenantMain, '--people', String(people), '--local', localFile]);
    await new HttpClient(server.origin).send('/.well-known/openid-configuration');
  });
  if (server === undefined) return [];
  const client = new HttpClient(server.origin);
  try {
    const token = await machineToken(client, server.origin);
    const get = async (path: string): Promise<string> => {
      const { status, body } = await client.send(`/api/v2/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      if (status !== 200) throw new Error(`${path}: ${status} ${body}`);

      return body;
    };
    const all = JSON.parse(await get('users?per_page=100&page=5')) as readonly {
      readonly user_id: string;
      readonly email?: string;
    }[];
    const emails = all.flatMap(({ email }) => email ?? []);
    const byId = await timedEach(200, (index) =>
      get(`users/${encodeURIComponent(all[index % all.length]?.user_id ?? '')}`),
    );
    const byEmail = await timedEach(200, (index) =>
      get(`users-by-email?email=${encodeURIComponent(emails[index % emails.length] ?? '')}`),
    );
    const search = await timedEach(40, (index) =>
      get(`users?include_totals=true&q=${encodeURIComponent(searches[index % 4] ?? '')}`),
    );

    return [
      milliseconds(`${people} people: start to first answer`, start, 2000),
      milliseconds('… by id, median', quantile(byId), 5),
      milliseconds('… by e-mail, median', quantile(byEmail), 5),
      milliseconds('… search, slowest of twenty', quantile(search, 0.95), 100),
      { name: '… resident memory', value: `${server.residentMegabytes().toFixed(0)} MB` },
    ];
  } finally {
    client.close();
    await server.stop();
  }
}

async function machineToken(client: HttpClient, origin: string): Promise<string> {
  const { body } = await client.send('/oauth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: 'ligature-m2m',
      client_secret: 'local-only-machine-secret',
      audience: `${origin}/api/v2/`,
    }),
  });

  return (JSON.parse(body) as { readonly access_token: string }).access_token;
}

function milliseconds(name: string, value: number, limit: number): Figure {
  return {
    name,
    value: `${value.toFixed(1)} ms`,
    limit: `${limit} ms`,
    isWithin: value <= limit,
  };
}
