import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { parseOptions } from '../../src/cli/options.ts';
import { addressOf } from '../../src/http/server/address.ts';
import { ownCertificate } from '../../src/http/server/certificate-files.ts';
import { makeCertificate } from '../../src/http/server/own-certificate.ts';
import { serveTenant, type ServedTenant, StartError } from '../../src/serve.ts';

const app = 'http://localhost:4299';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: string;
}

/** Asks as a client that trusts one certificate and no other; a form is sent if there is one. */
function ask(
  address: string,
  ca: string,
  { form, headers, method = 'GET' }: AskOptions = {},
): Promise<Answer> {
  const { hostname, port, pathname, search, host } = new URL(address);

  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', servername: hostname, port, path: `${pathname}${search}`, ca },
        method,
        headers: {
          host,
          ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
      },
    );
    sent.on('error', reject).end(form);
  });
}

/** Signs Ada in; the answers are that of the form, and of a silent request that follows it. */
async function signIn(origin: string, ca: string): Promise<readonly [Answer, Answer]> {
  const authorize = (extra: string) =>
    `${origin}/authorize?client_id=ligature-spa&response_type=code&scope=openid&redirect_uri=${encodeURIComponent(`${app}/callback`)}&code_challenge=${'a'.repeat(43)}&code_challenge_method=S256${extra}`;
  const opened = await ask(authorize(''), ca);
  const signedIn = await ask(new URL(String(opened.headers['location']), origin).href, ca, {
    method: 'POST',
    headers: { origin, cookie: cookiesOf(opened) },
    form: 'email=ada%40example.com&password=Analytical-1843',
  });
  const silent = await ask(authorize('&prompt=none'), ca, {
    headers: { cookie: cookiesOf(signedIn) },
  });

  return [signedIn, silent];
}

function setCookies({ headers }: Answer): readonly string[] {
  return [headers['set-cookie'] ?? []].flat();
}

function cookiesOf(answer: Answer): string {
  return setCookies(answer)
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
}

async function withTenant(
  options: Parameters<typeof serveTenant>[0],
  use: (tenant: ServedTenant, ca: string) => Promise<void>,
): Promise<void> {
  const tenant = await serveTenant({ appOrigins: [app], ...options });
  try {
    await use(tenant, readFileSync(tenant.certFile ?? '', 'utf8'));
  } finally {
    await tenant.close();
  }
}

test('over https a tenant is called by its own name, signs people in and is its own issuer', async () => {
  await withTenant({ port: 0, origin: 'https://tenant.localhost' }, async ({ origin }, ca) => {
    assert.match(origin, /^https:\/\/tenant\.localhost:\d+$/);
    const discovery = await ask(`${origin}/.well-known/openid-configuration`, ca);
    assert.match(discovery.body, new RegExp(`"issuer":"${origin}/"`));
    const [signedIn, silent] = await signIn(origin, ca);

    assert.match(String(signedIn.headers['location']), /\/callback\?code=/);
    assert.match(String(silent.headers['location']), /\/callback\?code=/);
  });
});

test('over https an Action can call the tenant it runs in, whose certificate nobody else vouches for', async () => {
  await withTenant({ port: 0, origin: 'https://localhost' }, async ({ origin }) => {
    // Actions have the `fetch` of the tenant's own process.
    assert.equal((await fetch(`${origin}/_tenant/api/health`)).status, 200);
  });
});

test('over https cookies go along from every site, each with a twin that is enough', async () => {
  await withTenant({ port: 0, origin: 'https://localhost' }, async ({ origin }, ca) => {
    const { port } = new URL(origin);
    const [signedIn] = await signIn(origin, ca);
    const [cookie = '', twin = '', ...others] = setCookies(signedIn);

    assert.deepEqual(others, []);
    assert.match(cookie, new RegExp(`^tenant_session_${port}=.*HttpOnly; Secure; SameSite=None$`));
    assert.match(twin, new RegExp(`^tenant_session_${port}_compat=.*HttpOnly; Secure$`));
    const silent = await ask(
      `${origin}/authorize?client_id=ligature-spa&response_type=code&scope=openid&prompt=none&redirect_uri=${encodeURIComponent(`${app}/callback`)}&code_challenge=${'a'.repeat(43)}&code_challenge_method=S256`,
      ca,
      { headers: { cookie: twin.split(';')[0] ?? '' } },
    );
    assert.match(String(silent.headers['location']), /\/callback\?code=/);
    const signedOut = await ask(`${origin}/v2/logout?client_id=ligature-spa`, ca, {
      headers: { cookie: cookiesOf(signedIn) },
    });
    assert.equal(setCookies(signedOut).filter((set) => set.includes('Max-Age=0')).length, 2);
  });
});

test('SEC-54: over https, too, only the tenant’s own names are answered', async () => {
  await withTenant({ port: 0, origin: 'https://tenant.localhost' }, async ({ origin }, ca) => {
    const { port } = new URL(origin);
    for (const [host, status] of [
      [`tenant.localhost:${port}`, 200],
      [`localhost:${port}`, 200],
      [`127.0.0.1:${port}`, 200],
      [`evil.example:${port}`, 421],
      ['tenant.localhost', 421],
    ] as const) {
      const answer = await ask(`${origin}/_tenant/api/health`, ca, { headers: { host } });
      assert.equal(answer.status, status, host);
    }
  });
});

test('behind a proxy it speaks http, and everything it says is about the origin of the proxy', async () => {
  const { cert, key } = makeCertificate('auth.localhost', Date.now());
  let target = 0;
  const proxy = createServer({ cert, key }, (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = httpRequest(
      { host: '127.0.0.1', port: target, method, path: url, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const address = proxy.address();
  assert.ok(address !== null && typeof address === 'object');
  const origin = `https://auth.localhost:${address.port}`;
  // The tenant has to be somewhere that the proxy can be told; a free port is as good as any.
  const free = await serveTenant({ port: 0 });
  target = Number(new URL(free.origin).port);
  await free.close();
  const tenant = await serveTenant({
    ...{ port: target, origin, isBehindProxy: true },
    appOrigins: [app],
  });
  try {
    const [signedIn, silent] = await signIn(origin, cert);

    assert.equal(tenant.origin, origin);
    assert.equal(tenant.certFile, undefined);
    assert.match(String(signedIn.headers['location']), /\/callback\?code=/);
    assert.match(String(silent.headers['location']), /\/callback\?code=/);
    assert.match(setCookies(signedIn)[0] ?? '', /Secure; SameSite=None/);
    const foreign = await ask(`${origin}/authorize`, cert, { headers: { host: 'evil.example' } });
    assert.equal(foreign.status, 421);
    const people = await ask(`${origin}/_tenant/api/users`, cert, {
      headers: { origin: 'https://evil.example' },
    });
    assert.equal(people.status, 403);
    const own = await ask(`${origin}/_tenant/api/users`, cert, { headers: { origin } });
    assert.equal(own.status, 200);
  } finally {
    await tenant.close();
    proxy.close();
    proxy.closeAllConnections();
  }
});

test('its own certificate is for this machine alone, and stays until it ends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  try {
    const nowMs = Date.parse('2026-11-20T10:00:00.000Z');
    const made = ownCertificate(folder, 'tenant.localhost', nowMs);
    const { subjectAltName, ca, validTo } = new X509Certificate(made.cert);
    const again = ownCertificate(folder, 'tenant.localhost', nowMs);
    const later = ownCertificate(folder, 'tenant.localhost', nowMs + 397 * 86_400_000);

    assert.match(subjectAltName ?? '', /^DNS:tenant\.localhost, DNS:localhost, IP Address:127/);
    assert.equal(ca, false);
    assert.ok(Date.parse(validTo) > nowMs + 395 * 86_400_000);
    assert.equal(again.cert, made.cert);
    assert.notEqual(later.cert, made.cert);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a certificate that is given is the one that is shown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  const [certFile, keyFile] = [join(folder, 'a.pem'), join(folder, 'a.key')];
  const { cert, key } = makeCertificate('my.localhost', Date.now());
  writeFileSync(certFile, cert);
  writeFileSync(keyFile, key);
  const options = { port: 0, origin: 'https://my.localhost' };
  try {
    await withTenant({ ...options, certificate: { certFile, keyFile } }, async (tenant) => {
      const { status } = await ask(`${tenant.origin}/_tenant/api/health`, cert);
      assert.deepEqual([status, tenant.certFile], [200, certFile]);
    });
    await assert.rejects(
      serveTenant({ ...options, certificate: { certFile: keyFile, keyFile: certFile } }),
      StartError,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('where it listens and what it is called fit together, or it does not start', () => {
  const read = (...args: readonly string[]) => {
    const address = addressOf(parseOptions(args, {}));

    return [address.port, address.originAt(address.port), address.isSecure];
  };
  const refused = (...args: readonly string[]) =>
    assert.throws(() => read(...args), StartError, args.join(' '));

  assert.deepEqual(read(), [4400, 'http://localhost:4400', false]);
  assert.deepEqual(read('--port', '4500'), [4500, 'http://localhost:4500', false]);
  assert.deepEqual(read('--origin', 'https://a.localhost:4443'), [
    4443,
    'https://a.localhost:4443',
    true,
  ]);
  assert.deepEqual(read('--origin', 'https://a.localhost'), [443, 'https://a.localhost', true]);
  assert.deepEqual(read('--origin', 'http://a.localhost:4500'), [
    4500,
    'http://a.localhost:4500',
    false,
  ]);
  assert.deepEqual(read('--origin', 'https://a.example', '--behind-proxy'), [
    4400,
    'https://a.example',
    false,
  ]);
  refused('--origin', 'https://a.localhost:4443', '--port', '4444');
  refused('--origin', 'a.localhost');
  refused('--origin', 'https://a.localhost/');
  refused('--origin', 'ftp://a.localhost');
  refused('--behind-proxy');
  refused('--origin', 'https://a.localhost', '--cert', 'a.pem');
});

test('a certificate for an origin without https is a mistake', async () => {
  const certificate = { certFile: 'a.pem', keyFile: 'a.key' };

  await assert.rejects(serveTenant({ port: 0, certificate }), StartError);
});
