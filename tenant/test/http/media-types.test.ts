import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isObject } from '../../src/protocol/json.ts';
import { ada, type Account, adaAtGoogle } from '../testing/accounts.ts';
import { text } from '../testing/browser.ts';
import { listOf, machineToken } from '../testing/machine.ts';
import { machine } from '../testing/requests.ts';
import { managementAudience, origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const unsupported = {
  statusCode: 415,
  error: 'Unsupported Media Type',
  message: 'Unsupported Media Type',
};
const forms = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=UTF-8',
  'Application/X-WWW-Form-Urlencoded',
];
const jsons = [
  ...['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON;charset=utf-8'],
  ...['application/vnd.api+json', 'application/merge-patch+json'],
];
const others = [
  ...['text/plain', 'text/plain;charset=UTF-8', 'client/json', 'application/xml', 'json', ''],
  ...['multipart/form-data; boundary=x', 'application/octet-stream', 'application/jsonp'],
  ...['text/html', 'application/x-www-form-urlencoded-x', 'application/json+x'],
];

async function send(
  tenant: TestTenant,
  [method, path]: readonly [string, string],
  type: string | undefined,
  body: string,
  token?: string,
): Promise<Response> {
  const request = new Request(`${origin}${path}`, {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    // Bytes bring no media type of their own.
    body: new TextEncoder().encode(body),
  });
  if (type !== undefined) request.headers.set('content-type', type);

  return tenant.app.request(request);
}

for (const type of forms) {
  test(`a link is taken as ${type}, as the 2018 sample sends it, and the identities come back`, async () => {
    const tenant = setUpTenant();
    const [primary, second] = [await ada(tenant), await adaAtGoogle(tenant)];
    const form = new URLSearchParams({ link_with: second.idToken }).toString();
    const answer = await send(tenant, identitiesOf(primary), type, form, primary.accessToken);

    assert.equal(answer.status, 201);
    const identities = await listOf(answer);
    assert.deepEqual(
      identities.map(({ provider }) => provider),
      ['auth0', 'google-oauth2'],
    );
  });
}

test('a machine links by name with a form, too', async () => {
  const tenant = setUpTenant();
  const [primary, second] = [await ada(tenant), await adaAtGoogle(tenant)];
  const [provider = '', user_id = ''] = second.id.split('|');
  const form = new URLSearchParams({ provider, user_id }).toString();
  const token = await machineToken(tenant, 'update:users');
  const answer = await send(tenant, identitiesOf(primary), forms[0], form, token);

  assert.equal(answer.status, 201);
});

test('a form is held to the same rules as JSON', async () => {
  const tenant = setUpTenant();
  const primary = await ada(tenant);
  const said = async (form: string) => {
    const body: unknown = await (
      await send(tenant, identitiesOf(primary), forms[0], form, primary.accessToken)
    ).json();
    assert.ok(isObject(body));

    return text(body['message']);
  };

  assert.match(await said('link_with=a&link_with=b'), /Expected type string but found type array/);
  assert.match(await said('link_with=a&x=1'), /Additional properties not allowed: x/);
  assert.match(await said(''), /Too few properties/);
  assert.match(await said('link_with='), /String is too short/);
});

/** Calls of the Management API whose body is an object of an account. */
const calls = async (tenant: TestTenant) => {
  const account = await ada(tenant);

  return [
    ['POST', '/api/v2/users'],
    ['PATCH', `/api/v2/users/${encodeURIComponent(account.id)}`],
    identitiesOf(account),
  ] as const;
};

test('the Management API takes JSON under its names, and is said so by none', async () => {
  const tenant = setUpTenant();
  const token = await machineToken(tenant, 'create:users update:users');
  for (const call of await calls(tenant)) {
    for (const type of [...jsons, undefined]) {
      const answer = await send(tenant, call, type, '{"nothing-known":1}', token);
      assert.equal(answer.status, 400, `${call.join(' ')} ${type}`);
      assert.match(await answer.text(), /Additional properties not allowed: nothing-known/);
    }
  }
});

test('the Management API answers any other media type with 415, and reads nothing', async () => {
  const tenant = setUpTenant();
  const token = await machineToken(tenant, 'create:users update:users');
  const before = tenant.state.users.all();
  for (const call of await calls(tenant)) {
    for (const type of others) {
      const answer = await send(tenant, call, type, '{"blocked":true}', token);
      assert.equal(answer.status, 415, `${call.join(' ')} ${type}`);
      assert.deepEqual(await answer.json(), unsupported);
    }
  }
  assert.deepEqual(
    tenant.state.users.all().map(({ blocked }) => blocked),
    before.map(({ blocked }) => blocked),
  );
});

test('a body that is a list, or of what is not imitated, is held to its media type as well', async () => {
  const tenant = setUpTenant();
  const token = await machineToken(tenant, 'update:connections update:mfa_policies');
  const calls = [
    ['PATCH', '/api/v2/connections/con_a5e5104c66258c3b/clients'],
    ['PUT', '/api/v2/guardian/policies'],
  ] as const;
  for (const call of calls) {
    for (const type of others) {
      const answer = await send(tenant, call, type, '[]', token);
      assert.equal(answer.status, 415, `${call.join(' ')} ${type}`);
      assert.deepEqual(await answer.json(), unsupported);
    }
    assert.ok((await send(tenant, call, 'application/json', '[]', token)).ok, call.join(' '));
  }
});

test('who may not call hears of that first', async () => {
  const tenant = setUpTenant();
  for (const call of await calls(tenant)) {
    assert.equal((await send(tenant, call, 'text/plain', '{}')).status, 401);
  }
});

test('the token endpoint takes forms and JSON, and finds nothing in anything else', async () => {
  const tenant = setUpTenant();
  const fields = { grant_type: 'client_credentials', audience: managementAudience, ...machine };
  const form = new URLSearchParams(fields).toString();
  const ask = async (type: string | undefined, body: string) =>
    (await send(tenant, ['POST', '/oauth/token'], type, body)).status;

  for (const type of [...forms, undefined]) assert.equal(await ask(type, form), 200, type);
  for (const type of jsons) assert.equal(await ask(type, JSON.stringify(fields)), 200, type);
  for (const type of others) {
    assert.equal(await ask(type, form), 400, type);
    assert.equal(await ask(type, JSON.stringify(fields)), 400, type);
  }
});

test('the control plane takes JSON alone', async () => {
  const tenant = setUpTenant();
  const put = async (type: string) =>
    (await send(tenant, ['PUT', '/_tenant/api/clock'], type, '{"offsetSeconds":1}')).status;

  for (const type of jsons) assert.equal(await put(type), 200, type);
  for (const type of [...forms, ...others]) assert.equal(await put(type), 415, type);
});

function identitiesOf({ id }: Account): readonly [string, string] {
  return ['POST', `/api/v2/users/${encodeURIComponent(id)}/identities`];
}
