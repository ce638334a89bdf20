import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { PortInUseError, serveTenant, StartError } from '../../src/serve.ts';
import { claimsOf, jsonOf, text, verifier } from '../testing/browser.ts';

const main = fileURLToPath(new URL('../../src/main.mjs', import.meta.url));

test('a whole sign-in goes through over HTTP, from the app’s origin', async () => {
  const app = 'http://localhost:4299';
  const tenant = await serveTenant({ port: 0, appOrigins: [app] });
  try {
    const authorize = new URL('/authorize', tenant.origin);
    authorize.search = new URLSearchParams({
      client_id: 'ligature-spa',
      redirect_uri: `${app}/callback`,
      response_type: 'code',
      scope: 'openid profile email read:current_user',
      audience: `${tenant.origin}/api/v2/`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }).toString();
    const opened = await fetch(authorize, { redirect: 'manual' });
    const page = new URL(opened.headers.get('location') ?? '', tenant.origin);
    const person = tenant.people.find(({ name }) => name === 'Grace Hopper');
    assert.ok(person?.password !== undefined);
    const signedIn = await fetch(page, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: tenant.origin,
        cookie: opened.headers
          .getSetCookie()
          .map((set) => set.split(';')[0])
          .join('; '),
      },
      body: new URLSearchParams({ email: person.account, password: person.password }),
    });
    const callback = new URL(signedIn.headers.get('location') ?? '');
    assert.equal(callback.origin, app);
    const tokens = await jsonOf(
      await fetch(`${tenant.origin}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: 'ligature-spa',
          code: callback.searchParams.get('code') ?? '',
          code_verifier: verifier,
          redirect_uri: `${app}/callback`,
        }),
      }),
    );
    const accessToken = text(tokens['access_token']);
    const user = await jsonOf(
      await fetch(`${tenant.origin}/api/v2/users/${person.userId}`, {
        headers: { authorization: `Bearer ${accessToken}`, origin: app },
      }),
    );

    assert.equal(claimsOf(accessToken)['iss'], `${tenant.origin}/`);
    assert.equal(user['email'], 'grace@example.com');
  } finally {
    await tenant.close();
  }
});

test('both loopback addresses answer', async () => {
  const tenant = await serveTenant({ port: 0 });
  try {
    const { port } = new URL(tenant.origin);
    for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
      const response = await fetch(`http://${host}:${port}/_tenant/api/health`);
      assert.deepEqual(await response.json(), { ok: true });
    }
  } finally {
    await tenant.close();
  }
});

test('SEC-54: a foreign Host is refused, for pages, tokens and the control plane alike', async () => {
  const tenant = await serveTenant({ port: 0 });
  try {
    const { port } = new URL(tenant.origin);
    for (const host of [`evil.example:${port}`, 'localhost', 'localhost:1', `localhost.:${port}`]) {
      for (const path of ['/authorize', '/oauth/token', '/_tenant/api/users']) {
        assert.equal(await statusFor(Number(port), path, host), 421, `${host} ${path}`);
      }
    }
    assert.equal(await statusFor(Number(port), '/_tenant/api/health', `localhost:${port}`), 200);
  } finally {
    await tenant.close();
  }
});

test('SEC-54: a request line with a foreign address in it does not get past that', async () => {
  const tenant = await serveTenant({ port: 0 });
  try {
    const port = Number(new URL(tenant.origin).port);
    const own = `localhost:${port}`;
    const foreign = [
      'http://evil.example',
      `http://evil.example:${port}`,
      `http://${own}@evil.example`,
      'https://evil.example',
      'HTTP://EVIL.EXAMPLE',
    ];
    for (const address of foreign) {
      const path = `${address}/_tenant/api/users`;
      assert.match(String(await statusFor(port, path, own)), /^4(?:00|21)$/, address);
    }
    assert.equal(await statusFor(port, `http://${own}/_tenant/api/health`, own), 200);
    assert.equal(await statusFor(port, '/_tenant/api/health', own.toUpperCase()), 200);
  } finally {
    await tenant.close();
  }
});

test('SEC-54: nothing listens on an address that others can reach', async (context) => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  if (outside === undefined) {
    context.skip('this machine has no other address');
    return;
  }
  const tenant = await serveTenant({ port: 0 });
  try {
    const { port } = new URL(tenant.origin);
    await assert.rejects(fetch(`http://${outside.address}:${port}/_tenant/api/health`));
  } finally {
    await tenant.close();
  }
});

test('SEC-54: in production it does not start', async () => {
  process.env['NODE_ENV'] = 'production';
  try {
    await assert.rejects(serveTenant({ port: 0 }), StartError);
  } finally {
    delete process.env['NODE_ENV'];
  }
});

test('a port in use is said by its own error, and nothing keeps listening', async () => {
  const tenant = await serveTenant({ port: 0 });
  const port = Number(new URL(tenant.origin).port);
  try {
    await assert.rejects(serveTenant({ port }), (error: unknown) => {
      assert.ok(error instanceof PortInUseError);
      assert.equal(error.code, 'port-in-use');
      assert.equal(error.port, port);

      return true;
    });
  } finally {
    await tenant.close();
  }
  await (await serveTenant({ port })).close();
});

test('a port that only the other loopback address lacks is in use too', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen({ host: '::1', port: 0 }, resolve));
  const address = other.address();
  assert.ok(address !== null && typeof address === 'object');
  try {
    await assert.rejects(serveTenant({ port: address.port }), PortInUseError);
  } finally {
    other.close();
  }
});

test('close waits neither for a long poll nor for a connection that is kept alive', async () => {
  const tenant = await serveTenant({ port: 0 });
  const poll = fetch(`${tenant.origin}/_tenant/api/inbox?wait=30`).catch(() => undefined);
  await fetch(`${tenant.origin}/_tenant/api/health`);
  const startedAtMs = performance.now();
  await tenant.close();
  await poll;

  assert.ok(performance.now() - startedAtMs < 1000);
});

test('the command says what is wrong in one line, and fails', async () => {
  const tenant = await serveTenant({ port: 0 });
  try {
    const { port } = new URL(tenant.origin);
    const cases = [
      [[], { PORT: port }, `Port ${port} is in use.`],
      [[], { PORT: 'http' }, 'PORT=http is not a port.'],
      [[], { PORT: '0', NODE_ENV: 'production' }, 'NODE_ENV=production'],
      [['--sed', 'x'], { PORT: '0' }, "Unknown option '--sed'"],
      [['--app', 'localhost:4200/'], { PORT: '0' }, 'is not an origin'],
      [['--seed', '/no/such/file.json'], { PORT: '0' }, 'cannot be read'],
    ] as const;
    const check = async ([args, environment, complaint]: (typeof cases)[number]) => {
      const { code, stderr } = await run(args, environment);
      assert.equal(code, 1, complaint);
      assert.ok(stderr.includes(complaint), stderr);
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
    };
    await Promise.all(cases.map(check));
  } finally {
    await tenant.close();
  }
});

function statusFor(port: number, path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [main, ...args],
      { env: { ...process.env, ...environment } },
      (_error, _stdout, stderr) => {
        resolve({ code: child.exitCode ?? 0, stderr });
      },
    );
  });
}
