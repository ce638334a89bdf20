import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeRedirectToken, encodeRedirectToken } from '../../src/actions/redirect-token.ts';
import { compileLiquid } from '../../src/ui/messages/liquid.ts';
import { ada, password } from '../testing/accounts.ts';
import { Browser, codeOf, locationOf, verifier } from '../testing/browser.ts';
import { codeFor, machine, postForm, postJson } from '../testing/requests.ts';
import { secret, withWebApp } from '../testing/seeds.ts';
import { callbackUrl, origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const spa = { client_id: 'ligature-spa' };
const webApp = { client_id: 'web-app', client_secret: secret };
const otpGrant = 'http://auth0.com/oauth/grant-type/passwordless/otp';
const realmGrant = 'http://auth0.com/oauth/grant-type/password-realm';
const phone = '+15555550100';

type Body = Readonly<Record<string, unknown>>;

/** Each place where a secret is compared, with what else it takes to come there. */
interface Door {
  readonly path: string;
  /** Everything but the field, which gets the wrong values. */
  readonly body: (tenant: TestTenant) => Promise<Body> | Body;
  readonly field: string;
  readonly statuses: readonly number[];
  readonly headers?: Readonly<Record<string, string>>;
}

const withCode = async (tenant: TestTenant): Promise<Body> => ({
  ...{ ...spa, grant_type: 'authorization_code', redirect_uri: callbackUrl },
  code_verifier: verifier,
  code: codeOf(await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843')),
});
const withOtp = async (tenant: TestTenant): Promise<Body> => {
  await postJson(tenant, '/passwordless/start', {
    ...webApp,
    connection: 'sms',
    phone_number: phone,
  });

  return { ...webApp, grant_type: otpGrant, realm: 'sms', username: phone };
};
const token = '/oauth/token';
const doors: readonly Door[] = [
  { path: token, body: withCode, field: 'code', statuses: [400, 403] },
  { path: token, body: withCode, field: 'code_verifier', statuses: [400, 403] },
  { path: token, body: withCode, field: 'redirect_uri', statuses: [400, 403] },
  { path: token, body: withCode, field: 'client_id', statuses: [400, 401] },
  {
    path: token,
    body: () => ({ ...spa, grant_type: 'refresh_token' }),
    field: 'refresh_token',
    statuses: [400, 403],
  },
  {
    path: token,
    body: () => ({ client_id: machine.client_id, grant_type: 'client_credentials' }),
    field: 'client_secret',
    statuses: [401],
  },
  {
    path: token,
    body: () => ({ client_id: machine.client_id, grant_type: 'client_credentials' }),
    field: 'client_assertion',
    statuses: [401],
  },
  { path: token, body: withOtp, field: 'otp', statuses: [400, 403] },
  {
    path: token,
    body: () => ({
      ...webApp,
      grant_type: realmGrant,
      realm: password,
      username: 'ada@example.com',
    }),
    field: 'password',
    // The tenth wrong one shuts the account.
    statuses: [400, 403, 429],
  },
  { path: '/oauth/revoke', body: () => webApp, field: 'client_secret', statuses: [401] },
  {
    path: '/co/authenticate',
    body: () => ({
      ...{ ...spa, credential_type: realmGrant, realm: password },
      username: 'ada@example.com',
    }),
    field: 'password',
    headers: { origin: 'http://localhost:4200' },
    statuses: [400, 403, 429],
  },
  {
    path: '/co/authenticate',
    body: () => ({ ...spa, credential_type: otpGrant, realm: 'sms', username: phone }),
    field: 'otp',
    headers: { origin: 'http://localhost:4200' },
    statuses: [400, 403],
  },
];

const texts = [
  ...[
    '',
    ' ',
    '１２３４５６',
    'ééé',
    '💥💥💥',
    '12345\u0000',
    '\ud800',
    '%',
    '%E0%A4%A',
    '123,456',
  ],
  ...['null', '[]', '__proto__', 'x'.repeat(200_000), 'é'.repeat(43), 'é'.repeat(6)],
];
const others = [undefined, null, 123_456, true, ['123456'], { length: 6 }, [], {}];

for (const { path, field, body, statuses, headers } of doors) {
  test(`${path}: whatever ${field} is, it is refused as a wrong one`, async () => {
    const tenant = setUpTenant(withWebApp());
    for (const value of [...texts, ...others]) {
      const rest = await body(tenant);
      const sent = { ...rest, [field]: value };
      const answers = [await postJson(tenant, path, sent, headers)];
      if (typeof value === 'string') {
        answers.push(await postForm(tenant, path, strings(sent), headers));
      }
      for (const answer of answers) {
        const said = await answer.text();
        assert.ok(statuses.includes(answer.status), `${answer.status} ${show(value)}: ${said}`);
        assert.ok('error' in (JSON.parse(said) as object), said);
      }
    }
  });
}

test('each wrong code costs one of three tries, whatever it is made of', async () => {
  for (const wrong of [
    '１２３４５６',
    'ééé',
    '💥💥💥',
    '12345é',
    '\ud800\ud800',
    'x'.repeat(100_000),
  ]) {
    const tenant = setUpTenant(withWebApp());
    const rest = await withOtp(tenant);
    const code = codeFor(tenant, phone);
    for (let attempt = 0; attempt < 3; attempt++) {
      const answer = await postJson(tenant, token, { ...rest, otp: wrong });
      assert.equal(answer.status, 403);
    }
    const right = await postJson(tenant, token, { ...rest, otp: code });

    assert.match(await right.text(), /maximum number of attempts/);
  }
});

test('a code on the sign-in page that is no code says so, and the third one was the last', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const page = locationOf(await browser.authorize({ connection: 'sms' }));
  const codePage = locationOf(await browser.submit(page, { address: phone }));
  const said: string[] = [];
  for (let attempt = 0; attempt < 4; attempt++) {
    said.push(await (await browser.submit(codePage, { code: '１２３４５６' })).text());
  }

  for (const answer of said.slice(0, 3)) assert.match(answer, /That code is not right/);
  assert.match(said[3] ?? '', /wrong three times/);
});

test('pages answer whatever is in a state, a ticket, a cookie or a token', async () => {
  const tenant = setUpTenant();
  for (const value of texts.filter((text) => text.length < 1000)) {
    const encoded = encodeURIComponent(value.toWellFormed());
    for (const path of [
      `/u/login?state=${encoded}`,
      `/u/passwordless/code?state=${encoded}`,
      `/u/reset-password?ticket=${encoded}`,
      `/u/email-verification?ticket=${encoded}`,
      `/passwordless/verify_redirect?client_id=ligature-spa&verification_code=${encoded}&state=${encoded}`,
      `/authorize?client_id=ligature-spa&redirect_uri=${encodeURIComponent(callbackUrl)}&response_type=code&login_ticket=${encoded}&id_token_hint=${encoded}&state=${encoded}`,
      `/continue?state=${encoded}`,
      `/oidc/logout?id_token_hint=${encoded}&logout_hint=${encoded}`,
      `/v2/logout?client_id=${encoded}&returnTo=${encoded}`,
      `/oidc/logout?post_logout_redirect_uri=${encoded}`,
      `/userinfo?access_token=${encoded}`,
      `/api/v2/users/${encoded}`,
    ]) {
      const answer = await tenant.app.request(`${origin}${path}`, {
        headers: {
          cookie: `tenant_session_4400=${encoded}; tenant_browser_4400=%E0%A4%A`,
          authorization: `Bearer ${encoded}`,
          dpop: encoded,
        },
      });
      assert.ok(answer.status < 500, `${answer.status} ${path}`);
    }
    for (const path of ['/co/verify', '/u/login', '/u/passwordless/code', '/u/reset-password']) {
      const fields = { login_ticket: value, verifier: value, code: value, password: value };
      const answer = await postForm(tenant, `${path}?state=${encoded}&ticket=${encoded}`, fields);
      assert.ok(answer.status < 500, `${answer.status} ${path}`);
    }
  }
});

test('an access token or a proof in odd characters is refused, by each API in its own way', async () => {
  const tenant = setUpTenant();
  const { id, accessToken } = await ada(tenant);
  for (const odd of ['é', 'é.é.é', 'a.b.c', '..', `${accessToken}é`, accessToken.slice(0, -1)]) {
    const headers = { authorization: `Bearer ${odd}` };
    for (const path of ['/userinfo', `/api/v2/users/${id}`]) {
      const { status } = await tenant.app.request(`${origin}${path}`, { headers });
      assert.ok(status === 400 || status === 401, `${status} ${odd}`);
    }
    const proof = await exchangeWithProof(tenant, odd);
    assert.equal(proof.status, 400);
    const link = await postJson(
      tenant,
      `/api/v2/users/${id}/identities`,
      { link_with: odd },
      { authorization: `Bearer ${accessToken}` },
    );
    assert.ok(link.status === 400 || link.status === 401, `${link.status} ${odd}`);
  }
});

test('a redirect token with a signature of other characters is not signed', () => {
  const good = encodeRedirectToken({ exp: 10 }, 'secret');
  const [header, payload, signature = ''] = good.split('.');
  for (const wrong of ['', 'é'.repeat(signature.length), signature.slice(1), `${signature}=`]) {
    assert.throws(
      () => decodeRedirectToken(`${header}.${payload}.${wrong}`, 'secret', 0),
      /is not signed/,
    );
  }
  assert.deepEqual(decodeRedirectToken(good, 'secret', 0), { exp: 10 });
});

test('a message is written to an address with a per cent sign, too', () => {
  const render = compileLiquid('{{ email | url_decode }}');

  assert.equal(render({ email: '100%@example.com' }), '100%@example.com');
});

async function exchangeWithProof(tenant: TestTenant, proof: string): Promise<Response> {
  const body = new URLSearchParams(strings(await withCode(tenant)));

  return tenant.app.request(`${origin}${token}`, {
    method: 'POST',
    body,
    headers: { dpop: proof },
  });
}

function strings(body: Body): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.toWellFormed() : '',
    ]),
  );
}

function show(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value).slice(0, 40);
}
