import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

import { serveTenant, type ServedTenant } from '../../../tenant/src/serve.ts';
import { appModule } from '../../lib/app-module.ts';
import { tokensOf } from './testing/signed-in.ts';

interface CurlModule {
  readonly curlOf: (event: object, write: unknown) => { readonly text: string };
}
interface MaskingModule {
  readonly revealed: unknown;
  readonly masking: () => unknown;
}
interface TemplateModule {
  readonly requestTemplate: (address: string) => object;
}

const { curlOf } = await appModule<CurlModule>('trace/curl');
const { revealed, masking } = await appModule<MaskingModule>('trace/masking');
const { requestTemplate } = await appModule<TemplateModule>(
  'management-api/interceptors/request-template',
);

const ada = 'auth0|1fd9e31003bc63f898467e36';
const folder = mkdtempSync(join(tmpdir(), 'curl-'));
const trap = join(folder, 'trap');
/** What a shell would take for something else, wherever it is let. */
const nasty = `a "b" 'c' \\ $HOME \`touch ${trap}\` $(touch ${trap}) ! @${trap}\nü 漢 👩‍👧`;
/** A text as it stands inside a string of JSON, which is what the page asks for. */
const insideJson = (text: string): string => JSON.stringify(text).slice(1, -1);

interface Sent {
  readonly format?: 'json' | 'form';
  /** The fields of the body; those whose value is a text are texts in the trace. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

const hasCurl = spawnSync('curl', ['--version']).status === 0;

describe('Copy as curl, in a shell', { skip: hasCurl ? false : 'there is no curl here' }, () => {
  let tenant: ServedTenant;

  before(async () => {
    tenant = await serveTenant({ port: 0 });
    // The status comes behind the answer, without a word in the command line itself.
    writeFileSync(join(folder, '.curlrc'), 'write-out = "\\n%{http_code}"\n');
    // A quick machine signs in faster than the limit allows: the Action asks the API at each sign-in.
    const fields = { rateLimit: { burst: 1000 } };
    assert.equal((await control('PUT', '/settings', { format: 'json', fields })).status, 200);
  });
  after(() => tenant.close());

  /** Runs the given text as a person would, with the variables that it asks for. */
  async function run(
    method: string,
    path: string,
    { format, fields = {} }: Sent = {},
    variables: Readonly<Record<string, string>> = {},
    write: unknown = revealed,
  ) {
    const { text } = curlOf(
      {
        kind: 'request',
        method,
        ...requestTemplate(`${tenant.origin}${path}`),
        ...(format !== undefined && { format }),
        sends: Object.entries(fields).map(([name, value]) => ({
          name,
          isText: typeof value === 'string',
        })),
      },
      write,
    );
    const filled = Object.entries(fields).map(([name, value]): [string, string] => {
      const plain = typeof value === 'string' ? value : JSON.stringify(value);

      return [
        name.toUpperCase(),
        format === 'json' && typeof value === 'string' ? insideJson(plain) : plain,
      ];
    });
    const { stdout: output } = await promisify(execFile)('sh', ['-c', text], {
      timeout: 30_000,
      env: {
        PATH: process.env['PATH'] ?? '',
        CURL_HOME: folder,
        ...Object.fromEntries(filled),
        ...variables,
      },
    });
    const status = Number(output.slice(output.lastIndexOf('\n') + 1));
    const body = output.slice(0, output.lastIndexOf('\n'));

    return { text, status, json: (body === '' ? undefined : JSON.parse(body)) as unknown };
  }

  const control = (method: string, path: string, sent?: Sent) =>
    run(method, `/_tenant/api${path}`, sent);
  const account = `/api/v2/users/${encodeURIComponent(ada)}`;
  const bearer = async () => ({ ACCESS_TOKEN: (await tokensOf(tenant.origin, ada)).access_token });

  it('reads an account, revealed or masked', async () => {
    const token = await bearer();
    const masked = { ...token, ID: encodeURIComponent(ada) };

    for (const answer of [
      await run('GET', account, {}, token),
      await run('GET', account, {}, masked, masking()),
    ]) {
      assert.equal(answer.status, 200);
      assert.equal((answer.json as { user_id: string }).user_id, ada);
    }
  });

  it('writes settings as they are, whatever is in them', async () => {
    const settings = { note: nasty, nested: { list: [nasty, 1, null] } };
    const { text, status, json } = await run(
      'PATCH',
      account,
      { format: 'json', fields: { user_metadata: settings } },
      await bearer(),
    );

    assert.equal(status, 200, text);
    const { user_metadata: stored } = json as { user_metadata: Record<string, unknown> };
    assert.deepEqual({ note: stored['note'], nested: stored['nested'] }, settings);
    assert.equal(existsSync(trap), false);
  });

  it('links an account and unlinks it', async () => {
    const made = await control('POST', '/users', {
      format: 'json',
      fields: { connection: 'google-oauth2', fill: true, name: nasty },
    });
    assert.equal(made.status, 201, made.text);
    const { user_id: second } = made.json as { user_id: string };
    const { id_token } = await tokensOf(tenant.origin, second);
    const token = await bearer();

    const fields = { link_with: id_token };
    const linked = await run('POST', `${account}/identities`, { format: 'json', fields }, token);
    assert.equal(linked.status, 201, linked.text);

    const [provider, id] = second.split('|');
    const unlinked = await run('DELETE', `${account}/identities/${provider}/${id}`, {}, token);
    assert.equal(unlinked.status, 200, unlinked.text);
  });

  it('asks the token endpoint and the keys', async () => {
    const { refresh_token } = await tokensOf(tenant.origin, ada);
    const fields = { grant_type: 'refresh_token', client_id: 'ligature-spa', refresh_token };
    const renewed = await run('POST', '/oauth/token', { format: 'form', fields });
    assert.equal(renewed.status, 200, renewed.text);

    const wrong = { ...fields, refresh_token: nasty };
    assert.equal(
      (await run('POST', '/oauth/token', { format: 'form', fields: wrong })).status,
      403,
    );
    assert.equal((await run('GET', '/.well-known/jwks.json')).status, 200);
    assert.equal((await run('GET', '/.well-known/openid-configuration')).status, 200);
  });

  it('repeats what the sign-in SDKs ask, once their body is filled in', async () => {
    const { refresh_token } = await tokensOf(tenant.origin, ada);
    const renewal = `grant_type=refresh_token&client_id=ligature-spa&refresh_token=${refresh_token}`;
    const message = JSON.stringify({
      client_id: 'ligature-spa',
      connection: 'email',
      email: 'zoe@example.net',
      send: 'code',
    });
    for (const [path, format, body] of [
      ['/oauth/token', 'form', renewal],
      ['/oauth/revoke', 'form', `client_id=ligature-spa&token=${encodeURIComponent(nasty)}`],
      ['/passwordless/start', 'json', message],
    ] as const) {
      const { text, status } = await run('POST', path, { format }, { BODY: body });
      assert.equal(status, 200, text);
    }
  });

  it('tries a password from the application’s own page', async () => {
    const email = 'ida@example.org';
    const person = { connection: 'Username-Password-Authentication', email, password: nasty };
    const made = await control('POST', '/users', { format: 'json', fields: person });
    assert.equal(made.status, 201, made.text);
    const fields = {
      client_id: 'ligature-spa',
      realm: person.connection,
      credential_type: 'http://auth0.com/oauth/grant-type/password-realm',
      username: email,
      password: nasty,
    };
    const origin = { ORIGIN: 'http://localhost:4200' };
    const { text, status } = await run(
      'POST',
      '/co/authenticate',
      { format: 'json', fields },
      origin,
    );

    assert.equal(status, 200, text);
    assert.equal(existsSync(trap), false);
  });

  it('directs the tenant, with lists and numbers and with nothing', async () => {
    const direct = async (method: string, path: string, fields?: Sent['fields']) =>
      (await control(method, path, fields && { format: 'json', fields })).status;

    assert.equal(await direct('PUT', '/sign-ins', { user_ids: [ada] }), 200);
    assert.equal(await direct('PUT', '/clock', { offsetSeconds: 3 }), 200);
    assert.equal(await direct('PUT', '/snapshots/before'), 200);
    assert.equal(await direct('POST', '/snapshots/before/restore'), 200);
    assert.equal(await direct('POST', '/faults/presets/link-409'), 201);
    assert.equal(await direct('GET', '/users'), 200);
    assert.equal(await direct('DELETE', '/sessions'), 200);
  });
});
