import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  Browser,
  callbackParams,
  codeOf,
  locationOf,
  tokensFrom,
  claimsOf,
} from '../testing/browser.ts';
import { setUpTenant } from '../testing/tenant.ts';

test('the page has the labels, the button and every other way to sign in', async () => {
  const browser = new Browser(setUpTenant());
  const response = await browser.send(locationOf(await browser.authorize()));
  const page = await response.text();

  assert.equal(response.status, 200);
  for (const label of ['Email address', 'Password']) assert.ok(page.includes(`>${label}</label>`));
  assert.match(page, /<button class="primary">Continue<\/button>/);
  for (const name of ['Google', 'GitHub', 'Facebook', 'LinkedIn', 'Microsoft', 'Acme SSO']) {
    assert.ok(page.includes(`aria-label="Continue with ${name}"`), name);
  }
  assert.doesNotMatch(page, /SMS/);
  assert.match(page, /LOCAL TENANT/);
});

test('the page may not be framed, runs our own script alone and keeps its opener', async () => {
  const browser = new Browser(setUpTenant());
  const { headers } = await browser.send(locationOf(await browser.authorize()));

  assert.equal(headers.get('x-frame-options'), 'DENY');
  assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  assert.match(
    headers.get('content-security-policy') ?? '',
    /^default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action/,
  );
  assert.equal(headers.get('cross-origin-opener-policy'), null);
});

test('a database connection leaves no other way', async () => {
  const browser = new Browser(setUpTenant());
  const opened = await browser.authorize({ connection: 'Username-Password-Authentication' });
  const page = await (await browser.send(locationOf(opened))).text();

  assert.doesNotMatch(page, /Continue with/);
});

test('login_hint fills the address in, escaped', async () => {
  const browser = new Browser(setUpTenant());
  const opened = await browser.authorize({ login_hint: '"><script>@example.com' });
  const page = await (await browser.send(locationOf(opened))).text();

  assert.ok(page.includes('value="&quot;&gt;&lt;script&gt;@example.com"'));
});

test('the right password leads to the callback, in whatever case the address is', async () => {
  assert.ok(codeOf(await new Browser(setUpTenant()).signIn('ADA@example.com', 'Analytical-1843')));
});

test('a wrong password and an unknown address get the same page', async () => {
  const browser = new Browser(setUpTenant());
  const attempts = [
    ['ada@example.com', 'analytical-1843'],
    ['nobody@example.com', 'Analytical-1843'],
    ['ada@example.com', ''],
  ] as const;

  for (const [email, password] of attempts) {
    const response = await browser.signIn(email, password);
    assert.equal(response.status, 400);
    const page = await response.text();
    assert.match(page, /id="problem"[^>]*role="alert">Wrong email address or password\.</);
    assert.equal(page.match(/aria-invalid="true"\s+aria-describedby="problem"/g)?.length, 2);
    assert.equal(browser.session, '');
  }
});

test('a blocked person is refused at the callback and has no session', async () => {
  const browser = new Browser(setUpTenant());
  const answer = callbackParams(await browser.signIn('halley@example.com', 'Comet-1758'));

  assert.equal(answer.get('error'), 'unauthorized');
  assert.equal(answer.get('error_description'), 'user is blocked');
  assert.equal(browser.session, '');
});

test('two tabs do not answer for each other', async () => {
  const browser = new Browser(setUpTenant());
  const first = locationOf(await browser.authorize({ state: 'first' }));
  const second = locationOf(await browser.authorize({ state: 'second' }));
  const credentials = { email: 'ada@example.com', password: 'Analytical-1843' };

  assert.equal(callbackParams(await browser.submit(first, credentials)).get('state'), 'first');
  assert.equal(callbackParams(await browser.submit(second, credentials)).get('state'), 'second');
});

test('a sign-in that is finished or too old cannot be used again', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const finished = locationOf(await browser.authorize());
  const credentials = { email: 'ada@example.com', password: 'Analytical-1843' };
  await browser.submit(finished, credentials);
  const left = locationOf(await browser.authorize({ prompt: 'login' }));
  tenant.pass(3600);

  for (const path of [finished, left]) {
    const response = await browser.submit(path, credentials);
    assert.equal(response.status, 400);
    assert.match(await response.text(), /This sign-in has ended/);
  }
});

test('a page of another origin cannot send the form', async () => {
  const browser = new Browser(setUpTenant());
  const response = await browser.send(locationOf(await browser.authorize()), {
    method: 'POST',
    headers: { origin: 'http://evil.example' },
    body: new URLSearchParams({ email: 'ada@example.com', password: 'Analytical-1843' }),
  });

  assert.equal(response.status, 403);
  assert.equal(response.headers.get('set-cookie'), null);
});

test('a sign-in for a provider cannot be finished with a password', async () => {
  const browser = new Browser(setUpTenant());
  const opened = new URL(
    locationOf(await browser.authorize({ connection: 'google-oauth2' })),
    'http://localhost',
  );
  const response = await browser.submit(`/u/login${opened.search}`, {
    email: 'ada@example.com',
    password: 'Analytical-1843',
  });

  assert.equal(response.status, 400);
  assert.equal(browser.session, '');
});

test('a linked password still opens its own account’s owner', async () => {
  const tenant = setUpTenant();
  const { users } = tenant.state;
  const grace = users.findByEmail('Username-Password-Authentication', 'grace@example.com')?.user;
  const owner = users.findByEmail('github', 'grace@example.com')?.user;
  assert.ok(grace && owner);
  users.remove(grace.user_id);
  users.put({ ...owner, identities: [...owner.identities, ...grace.identities] });
  const { idToken } = await tokensFrom(
    tenant,
    await new Browser(tenant).signIn('grace@example.com', 'Compiler-1952'),
  );

  assert.equal(claimsOf(idToken)['sub'], owner.user_id);
});
