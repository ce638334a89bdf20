import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Browser, callbackParams } from '../../testing/browser.ts';
import { control } from '../../testing/control.ts';
import { setUpTenant, type TestTenant } from '../../testing/tenant.ts';
import { pageText, submit } from '../../testing/workbench.ts';

const id = 'ligature-spa';

/** What the form of the application says as it is shown, so that a test changes one thing in it. */
function formOf({ state: { config } }: TestTenant): Record<string, string> {
  const client = config.clients.get(id);
  assert.ok(client);
  const connections = [...config.connections.values()].filter((connection) =>
    connection.enabled_clients.includes(id),
  );

  return {
    client_id: id,
    callbacks: client.callbacks.join('\r\n'),
    allowed_logout_urls: client.allowed_logout_urls.join('\r\n'),
    web_origins: client.web_origins.join('\r\n'),
    lifetime: `${client.jwt_configuration.lifetime_in_seconds}`,
    leeway: `${client.refresh_token.leeway}`,
    ...(client.refresh_token.rotation_type === 'rotating' && { rotating: 'on' }),
    ...(client.cross_origin_authentication && { cross_origin_authentication: 'on' }),
    ...Object.fromEntries(client.grant_types.map((grant) => [`grant:${grant}`, 'on'])),
    ...Object.fromEntries(connections.map(({ name }) => [`connection:${name}`, 'on'])),
  };
}

const save = (tenant: TestTenant, changes: Readonly<Record<string, string>>) =>
  submit(tenant, 'applications/save', { ...formOf(tenant), ...changes });

const silently = async (tenant: TestTenant, params: Readonly<Record<string, string>> = {}) =>
  new Browser(tenant).authorize({ prompt: 'none', ...params });

test('each application is shown with its name, its id and what it is registered with', async () => {
  const page = await pageText(setUpTenant(), 'applications');

  assert.match(page, /<li class="card" id="application-ligature-spa">/);
  assert.match(page, /<h2>Ligature<\/h2>\s*<code class="id">ligature-spa<\/code>/);
  assert.match(page, /<h2>Ligature \(Machine\)<\/h2>/);
  assert.match(
    page,
    /\nhttp:\/\/localhost:4200\/callback\nhttp:\/\/localhost:4200\/link\/callback/,
  );
  assert.match(page, /name="connection:github"\s+type="checkbox"\s+checked/);
  assert.match(page, /name="grant:implicit"\s+type="checkbox"\s+checked/);
  assert.match(page, /name="grant:password"\s+type="checkbox"\s+\/>/);
  assert.match(page, /A reset loads tenant\.yaml again/);
  assert.doesNotMatch(page, /client_secret"|ligature-machine-secret/);
});

test('saving what is shown changes nothing', async () => {
  const tenant = setUpTenant();
  const { clients, connections } = tenant.state.config;
  const before = structuredClone([[...clients], [...connections]]);

  assert.equal((await save(tenant, {})).status, 303);
  assert.deepEqual([[...clients], [...connections]], before);
});

test('a list is mended by form, one address to a line, and counts from then on', async () => {
  const tenant = setUpTenant();
  const { callbacks = '' } = formOf(tenant);
  await control(tenant, 'PATCH', `/clients/${id}`, { callbacks: [] });
  assert.equal((await silently(tenant)).status, 400);
  const answer = await save(tenant, { callbacks: `\r\n  ${callbacks}\r\n\r\n` });
  const location = answer.headers.get('location') ?? '';

  assert.match(location, /^\/_tenant\/applications\?notice=.*&q=ligature-spa$/);
  const page = await pageText(tenant, location.slice('/_tenant/'.length));
  assert.match(page, /role="status">Saved: Ligature\./);
  assert.equal(page.match(/>Saved</g)?.length, 1);
  assert.equal((await silently(tenant)).status, 302);
  assert.equal(formOf(tenant)['callbacks'], callbacks);
});

test('a list that is left empty is empty, and a reset goes back to the seed', async () => {
  const tenant = setUpTenant();
  const before = formOf(tenant);
  await save(tenant, { web_origins: '', 'grant:implicit': '', 'connection:github': '' });
  const { web_origins, ...rest } = formOf(tenant);

  assert.equal(web_origins, '');
  assert.equal(rest['grant:implicit'], undefined);
  const github = callbackParams(await silently(tenant, { connection: 'github' }));
  assert.equal(github.get('error'), 'invalid_request');
  await control(tenant, 'POST', '/reset');
  assert.deepEqual(formOf(tenant), before);
});

test('a connection and a grant are given by ticking them', async () => {
  const tenant = setUpTenant();
  await control(tenant, 'PATCH', '/connections/github', { enabled_clients: [] });
  await save(tenant, { 'connection:github': 'on', 'grant:password': 'on' });

  assert.equal(formOf(tenant)['connection:github'], 'on');
  assert.equal(formOf(tenant)['grant:password'], 'on');
});

test('what the checks find fault with in its tokens is mended as well', async () => {
  const tenant = setUpTenant();
  await save(tenant, {
    ...{ lifetime: '600', leeway: '10', rotating: '', cross_origin_authentication: '' },
  });
  const client = tenant.state.config.clients.get(id);

  assert.equal(client?.jwt_configuration.lifetime_in_seconds, 600);
  assert.equal(client.refresh_token.leeway, 10);
  assert.equal(client.refresh_token.rotation_type, 'non-rotating');
  assert.equal(client.cross_origin_authentication, false);
});

test('a time that is no number of seconds is refused at its field', async () => {
  const tenant = setUpTenant();
  const before = formOf(tenant);
  for (const lifetime of ['', '-1', '1e3', 'ten hours']) {
    const answer = await save(tenant, { lifetime, leeway: '7' });
    const page = await answer.text();

    assert.equal(answer.status, 400);
    assert.match(page, /Check ID Token Expiration\./);
    assert.match(page, /id="lifetime-ligature-spa-hint">\s*<strong class="wrong">Write a whole/);
    assert.deepEqual(formOf(tenant), before);
  }
});

for (const wrong of ['localhost:4200/callback', '/callback', 'http://', 'app.example', 'https:x']) {
  test(`${wrong} is no address: its field says so with what was typed, and nothing is saved`, async () => {
    const tenant = setUpTenant();
    const before = formOf(tenant);
    const typed = `http://localhost:4200/callback\r\n${wrong}`;
    const answer = await save(tenant, {
      ...{ callbacks: typed, web_origins: '', 'connection:github': '' },
    });
    const page = await answer.text();

    assert.equal(answer.status, 400);
    assert.match(page, /role="alert">Nothing was saved\. Check Allowed Callback URLs\.</);
    assert.match(page, /<span class="tag bad">Not saved<\/span>/);
    assert.equal(page.match(/aria-invalid="true"/g)?.length, 1);
    assert.match(
      page,
      /id="callbacks-ligature-spa"[^>]*aria-describedby="callbacks-ligature-spa-hint"[^>]*aria-invalid="true"/,
    );
    const said = page.split('id="callbacks-ligature-spa-hint"')[1] ?? '';
    assert.ok(said.trim().includes(`“${wrong}” is not an address.`));
    assert.ok(page.includes(typed));
    assert.match(page, /name="connection:github"\s+type="checkbox"\s+\/>/);
    assert.deepEqual(formOf(tenant), before);
  });
}

test('addresses of native applications and with a wildcard are taken', async () => {
  const tenant = setUpTenant();
  const callbacks = 'com.example.app://callback\r\nhttps://*.example.com/callback';
  assert.equal((await save(tenant, { callbacks })).status, 303);

  assert.equal(formOf(tenant)['callbacks'], callbacks);
});

test('an application that is not registered is refused', async () => {
  assert.equal((await save(setUpTenant(), { client_id: 'nobody' })).status, 404);
});
