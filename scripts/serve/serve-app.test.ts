import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { AppConfig } from '../lib/app-config.ts';
import { PortInUseError } from './port-in-use-error.ts';
import { serveApp } from './serve-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'ligature-serve-'));
const root = join(folder, 'browser');
const config: AppConfig = {
  tenant: {
    domain: 'http://localhost:4400',
    clientId: 'ligature-spa',
    audience: 'http://localhost:4400/api/v2/',
  },
};

for (const [path, content] of Object.entries({
  'secret.txt': 'outside',
  'browser-private/secret.txt': 'beside',
  'browser/index.html': '<base href="/" /><app-root ngCspNonce="{{nonce}}"></app-root>',
  'browser/de/index.html': '<html lang="de"></html>',
  'browser/config.json': JSON.stringify(config),
  'browser/main-ABCD1234.js': 'console.log(1)',
  'browser/logo.svg': '<svg/>',
})) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const app = await serveApp({ root, port: 0 });
after(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, method = 'GET'): Promise<Response> =>
  fetch(app.origin + path, { method });

/** Asks for a path as it is written; `fetch` would resolve the dots before it sends them. */
function statusOfRaw(path: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  get({ host: '127.0.0.1', port: new URL(app.origin).port, path }, (response) => {
    response.resume();
    resolve(response.statusCode);
  }).on('error', reject);

  return promise;
}

describe('a page', () => {
  it('is index.html, whatever its address', async () => {
    for (const path of ['/', '/account', '/account/link/google-oauth2?code=a.b#c']) {
      const response = await ask(path);

      assert.equal(response.status, 200);
      assert.match(await response.text(), /<app-root/);
    }
  });

  it('is the index.html of its language', async () => {
    assert.match(await (await ask('/de/account')).text(), /lang="de"/);
  });

  it('carries the nonce that its policy names, another one each time', async () => {
    const nonces = new Set<string>();
    for (let visit = 0; visit < 3; visit++) {
      const response = await ask('/');
      const nonce = /ngCspNonce="([\w-]{22})"/.exec(await response.text())?.[1] ?? 'none';
      const policy = response.headers.get('content-security-policy') ?? '';

      assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`));
      nonces.add(nonce);
    }

    assert.equal(nonces.size, 3);
  });

  it('is not kept, nor framed, nor severed from its popups', async () => {
    const { headers } = await ask('/');

    assert.equal(headers.get('cache-control'), 'no-store');
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin-allow-popups');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  });
});

describe('a file', () => {
  it('has its type, and is kept when its name has a hash', async () => {
    const script = await ask('/main-ABCD1234.js');

    assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.match(script.headers.get('cache-control') ?? '', /immutable/);
    assert.equal((await ask('/logo.svg')).headers.get('content-type'), 'image/svg+xml');
  });

  it('that does not exist is not found, and is no page', async () => {
    const response = await ask('/chunk-GONE1234.js');

    assert.equal(response.status, 404);
    assert.doesNotMatch(await response.text(), /<app-root/);
    assert.ok(response.headers.has('content-security-policy'));
  });

  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/../browser-private/secret.txt',
    '/de/../../secret.txt',
    '/logo.svg%00.txt',
    '/%zz',
  ]) {
    it(`outside of the application is not found: ${path}`, async () => {
      assert.equal(await statusOfRaw(path), 404);
    });
  }
});

describe('the configuration', () => {
  it('is the one that was built', async () => {
    assert.deepEqual(await (await ask('/config.json')).json(), config);
  });

  it('is replaced by the one that is given, in the policy too', async () => {
    const other: AppConfig = {
      tenant: {
        domain: 'http://localhost:4401',
        clientId: 'ligature-spa',
        audience: 'http://localhost:4401/api/v2/',
      },
    };
    const second = await serveApp({ root, port: 0, config: other });
    const response = await fetch(`${second.origin}/config.json`);
    const policy = response.headers.get('content-security-policy') ?? '';

    assert.deepEqual(await response.json(), other);
    assert.match(policy, /connect-src 'self' http:\/\/localhost:4401;/);
    await second.close();
  });

  it('gives Lock’s page headers of its own where a connection travels by Lock, and nowhere else', async () => {
    const { tenant } = config;
    const withLock = { tenant, connections: [{ transport: 'popup' }, { transport: 'lock' }] };
    const second = await serveApp({ root, port: 0, config: withLock });
    const openerOf = async (address: string) =>
      (await fetch(address)).headers.get('cross-origin-opener-policy');

    assert.equal(await openerOf(`${second.origin}/lock`), 'unsafe-none');
    assert.equal(await openerOf(`${second.origin}/lock/x`), 'same-origin-allow-popups');
    assert.equal(await openerOf(`${second.origin}/`), 'same-origin-allow-popups');
    assert.equal(await openerOf(`${app.origin}/lock`), 'same-origin-allow-popups');
    await second.close();
  });
});

describe('the server', () => {
  it('answers HEAD with the headers alone', async () => {
    const response = await ask('/', 'HEAD');

    assert.equal(response.status, 200);
    assert.equal(await response.text(), '');
    assert.ok(Number(response.headers.get('content-length')) > 0);
  });

  it('refuses every other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const response = await ask('/', method);

      assert.equal(response.status, 405);
      assert.equal(response.headers.get('allow'), 'GET, HEAD');
    }
  });

  it('names a port that is in use', async () => {
    const port = Number(new URL(app.origin).port);

    await assert.rejects(serveApp({ root, port }), (error) => {
      assert.ok(error instanceof PortInUseError);
      assert.equal(error.port, port);
      return true;
    });
  });

  it('leaves its port when it is closed', async () => {
    const first = await serveApp({ root, port: 0 });
    await first.close();
    const again = await serveApp({ root, port: Number(new URL(first.origin).port) });

    assert.equal(again.origin, first.origin);
    await again.close();
  });
});

describe('an application in a folder', () => {
  const below = serveApp({ root, port: 0, base: '/portal/' });
  const askBelow = async (path: string): Promise<Response> =>
    fetch((await below).origin + path, { redirect: 'manual' });
  after(async () => (await below).close());

  it('has its pages, files and configuration there', async () => {
    for (const path of ['/portal/', '/portal/account/link/sms?code=a.b']) {
      assert.match(await (await askBelow(path)).text(), /<base href="\/portal\/" \/><app-root/);
    }
    assert.equal(await (await askBelow('/portal/logo.svg')).text(), '<svg/>');
    assert.deepEqual(await (await askBelow('/portal/config.json')).json(), config);
  });

  it('is found without the slash at the end', async () => {
    const response = await askBelow('/portal');

    assert.equal(response.status, 308);
    assert.equal(response.headers.get('location'), '/portal/');
  });

  it('has nothing beside the folder, nor outside of it', async () => {
    for (const path of ['/', '/account', '/portals/', '/logo.svg', '/portal/../secret.txt']) {
      assert.equal((await askBelow(path)).status, 404, path);
    }
  });
});

it('answers in JSON at paths that are no files, with the headers of every page', async () => {
  const answers = new Map([['/api/who', () => Promise.resolve({ status: 401, body: { who: 0 } })]]);
  const answering = await serveApp({ root, port: 0, answers });
  const response = await fetch(`${answering.origin}/api/who?now`);
  await answering.close();

  assert.equal(response.status, 401);
  assert.deepEqual(await response.json(), { who: 0 });
  assert.match(response.headers.get('Content-Security-Policy') ?? '', /default-src 'none'/);
});
