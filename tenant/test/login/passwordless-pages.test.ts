import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Browser, callbackParams, claimsOf, locationOf, tokensFrom } from '../testing/browser.ts';
import { assertRefused, codeFor, notThat, postJson } from '../testing/requests.ts';
import { setUpTenant, type TestTenant } from '../testing/tenant.ts';

const phone = '+15555550100';

async function open(
  tenant: TestTenant,
  params: Readonly<Record<string, string>> = { connection: 'sms' },
) {
  const browser = new Browser(tenant);
  const address = locationOf(await browser.authorize(params));

  return { browser, address };
}

/** From the first page to the page that asks for the code. */
async function openCodePage(tenant: TestTenant) {
  const { browser, address } = await open(tenant);
  const codePage = locationOf(await browser.submit(address, { address: phone }));
  const verify = (code: string) => browser.submit(codePage, { code });
  const again = () => browser.submit(codePage.replace('/code?', '/code/again?'), {});

  return { browser, codePage, verify, again };
}

test('the first page asks for the number, the second for the code, and then one is signed in', async () => {
  const tenant = setUpTenant();
  const { browser, address } = await open(tenant);
  const first = await (await browser.send(address)).text();
  const sent = await browser.submit(address, { address: phone });
  const second = await (await browser.send(locationOf(sent))).text();
  const signedIn = await browser.submit(locationOf(sent), { code: codeFor(tenant, phone) });
  const { idToken } = await tokensFrom(tenant, signedIn);

  assert.match(address, /^\/u\/passwordless\?state=/);
  assert.match(first, /<label for="address">Phone number<\/label>/);
  assert.match(first, /<button class="primary">Continue<\/button>/);
  assert.match(locationOf(sent), /^\/u\/passwordless\/code\?state=/);
  assert.match(second, /<label for="code">Code<\/label>/);
  assert.match(second, /<strong>\+15555550100<\/strong>/);
  for (const button of ['Verify', 'Send again']) assert.ok(second.includes(`>${button}</button>`));
  assert.match(String(claimsOf(idToken)['sub']), /^sms\|/);
});

test('beside a password no code is offered, although both connections for codes are enabled', async () => {
  const tenant = setUpTenant();
  const { browser, address } = await open(tenant, {});
  const page = await (await browser.send(address)).text();

  assert.match(address, /^\/u\/login\?state=/);
  assert.match(page, /name="password"/);
  for (const name of ['sms', 'email']) {
    const connection = tenant.state.config.connections.get(name);
    assert.ok(connection);
    assert.ok(connection.enabled_clients.includes('ligature-spa'));
    assert.ok(!page.includes(connection.display_name));
  }
  assert.doesNotMatch(page, /\/u\/passwordless/);
});

test('for e-mail the label is Email address', async () => {
  const { browser, address } = await open(setUpTenant(), { connection: 'email' });

  assert.match(
    await (await browser.send(address)).text(),
    /<label for="address">Email address<\/label>/,
  );
});

test('a login_hint that is an address gets its code at once; another one is only filled in', async () => {
  const tenant = setUpTenant();
  const hinted = await open(tenant, { connection: 'sms', login_hint: phone });
  const wrong = await open(tenant, { connection: 'sms', login_hint: 'ada@example.com' });

  assert.match(hinted.address, /^\/u\/passwordless\/code\?state=/);
  assert.match(codeFor(tenant, phone), /^\d{6}$/);
  assert.match(wrong.address, /^\/u\/passwordless\?state=/);
  assert.match(await (await wrong.browser.send(wrong.address)).text(), /value="ada@example\.com"/);
});

test('a number is understood as it is dialled in the country that was chosen, and any other with its code', async () => {
  const tenant = setUpTenant();
  for (const [country, typed, number] of [
    ['US', '(555) 555-0100', phone],
    ['US', '1 555 555 0100', phone],
    ['DE', '030 1234567', '+49301234567'],
    ['DE', '+1 555 555 0100', phone],
    ['IT', '06 1234 5678', '+390612345678'],
    ['HU', '06 30 123 4567', '+36301234567'],
    ['ES', '٩١٢ ٣٤٥ ٦٧٨', '+34912345678'],
  ] as const) {
    const { browser, address } = await open(tenant);
    const sent = await browser.submit(address, { address: typed, country });
    assert.equal(sent.status, 302, typed);
    assert.match(codeFor(tenant, number), /^\d{6}$/);
  }
  for (const [country, typed] of [
    ['DE', '0155'],
    ['XX', '030 1234567'],
    ['DE', 'ada'],
  ] as const) {
    const { browser, address } = await open(tenant);
    const refused = await browser.submit(address, { address: typed, country });
    assert.equal(refused.status, 400, typed);
    // What was typed and chosen stays.
    const chosen = /value="(\w\w)" selected/.exec(await refused.text())?.[1];
    assert.equal(chosen, country === 'DE' ? 'DE' : undefined);
  }
});

test('the country is that of the browser at first, or else of the language of the page', async () => {
  const tenant = setUpTenant();
  for (const [headers, params, country] of [
    [{ 'accept-language': 'en-GB,en;q=0.9' }, {}, 'GB'],
    [{ 'accept-language': 'de' }, {}, 'DE'],
    [{ 'accept-language': 'es-419,es;q=0.5' }, { ui_locales: 'ja' }, 'JP'],
    [{}, {}, 'US'],
  ] as const) {
    const { browser, address } = await open(tenant, { connection: 'sms', ...params });
    const page = await (await browser.send(address, { headers })).text();
    assert.match(page, new RegExp(`value="${country}" selected`), JSON.stringify(headers));
  }
});

test('what is no address is refused on the page', async () => {
  const tenant = setUpTenant();
  for (const [connection, address] of [
    ['sms', '0155'],
    ['email', 'nobody'],
    ['email', ''],
  ] as const) {
    const opened = await open(tenant, { connection });
    const response = await opened.browser.submit(opened.address, { address });
    assert.equal(response.status, 400);
    assert.match(await response.text(), /role="alert"/);
  }
});

test('what people type is understood on the pages, and the API stays as strict as it is', async () => {
  const tenant = setUpTenant();
  for (const [connection, typed, address] of [
    ['sms', '+1 555 555 0100', phone],
    ['sms', '00 1 (555) 555-0100', phone],
    ['sms', '+١ ٥٥٥ ٥٥٥ ٠١٠٠', phone],
    ['sms', '＋１ ５５５ ５５５ ０１００', phone],
    ['email', ' Ada＠Example.com ', 'ada@example.com'],
  ] as const) {
    const opened = await open(tenant, { connection });
    const sent = await opened.browser.submit(opened.address, { address: typed });
    assert.equal(sent.status, 302, typed);
    assert.match(codeFor(tenant, address), /^\d{6}$/);
  }
  const started = await postJson(tenant, '/passwordless/start', {
    client_id: 'ligature-spa',
    connection: 'sms',
    phone_number: '+1 555 555 0100',
  });
  await assertRefused(started, 400, 'bad.phone_number');
});

for (const [way, spell] of [
  ['in groups', (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `],
  ['in Arabic digits', (code: string) => inDigitsFrom(0x660, code)],
  ['in full-width digits', (code: string) => inDigitsFrom(0xff10, code)],
] as const) {
  test(`a code is understood ${way}`, async () => {
    const tenant = setUpTenant();
    const { verify } = await openCodePage(tenant);

    assert.ok(callbackParams(await verify(spell(codeFor(tenant, phone)))).get('code'));
  });
}

test('what can be no code costs no try', async () => {
  const tenant = setUpTenant();
  const { verify } = await openCodePage(tenant);
  for (const typed of ['', '24681e', 'ada@example.com', '½¼¾']) {
    assert.match(await (await verify(typed)).text(), /Type the digits/);
  }

  assert.ok(callbackParams(await verify(codeFor(tenant, phone))).get('code'));
});

test('somebody new becomes a user with the first right code, and not before', async () => {
  const tenant = setUpTenant();
  const { browser, address } = await open(tenant, { connection: 'email' });
  const before = tenant.state.users.all().length;
  const sent = locationOf(await browser.submit(address, { address: 'New@Example.net' }));
  assert.equal(tenant.state.users.all().length, before);
  const signedIn = await browser.submit(sent, { code: codeFor(tenant, 'new@example.net') });
  const claims = claimsOf((await tokensFrom(tenant, signedIn)).idToken);

  assert.equal(tenant.state.users.all().length, before + 1);
  assert.match(String(claims['sub']), /^email\|[0-9a-f]{24}$/);
  assert.equal(claims['email_verified'], true);
});

test('SEC-47: after three wrong codes the right one is refused', async () => {
  const tenant = setUpTenant();
  const { verify } = await openCodePage(tenant);
  const code = codeFor(tenant, phone);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    assert.match(await (await verify(notThat(code))).text(), /not right/);
  }
  const refused = await verify(code);

  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /three times/);
});

test('SEC-47: a new code voids the one before', async () => {
  const tenant = setUpTenant();
  const { verify, again } = await openCodePage(tenant);
  const old = codeFor(tenant, phone);
  tenant.state.signIns.fixedCodes.set(phone, notThat(old));
  assert.match(await (await again()).text(), /A new code is on its way\./);

  assert.equal((await verify(old)).status, 400);
  assert.equal((await verify(codeFor(tenant, phone))).status, 302);
});

test('SEC-47: a code lives for three minutes', async () => {
  const tenant = setUpTenant();
  const early = await openCodePage(tenant);
  tenant.pass(179);
  assert.equal((await early.verify(codeFor(tenant, phone))).status, 302);
  const late = await openCodePage(tenant);
  tenant.pass(180);

  assert.match(await (await late.verify(codeFor(tenant, phone))).text(), /too old/);
});

test('SEC-47: a code is good once', async () => {
  const tenant = setUpTenant();
  const first = await openCodePage(tenant);
  const code = codeFor(tenant, phone);
  assert.equal((await first.verify(code)).status, 302);
  const other = await open(tenant);
  tenant.state.signIns.codeSteps.set(
    new URLSearchParams(other.address.split('?')[1]).get('state') ?? '',
    { connection: 'sms', address: phone },
    { nowMs: tenant.nowMs(), expiresAtMs: tenant.nowMs() + 1000 },
  );
  const again = await other.browser.submit(
    other.address.replace('/passwordless?', '/passwordless/code?'),
    { code },
  );

  assert.equal(again.status, 400);
});

test('a session does not answer for a code, and is replaced by it', async () => {
  const tenant = setUpTenant();
  const { browser, verify } = await openCodePage(tenant);
  await verify(codeFor(tenant, phone));

  assert.match(locationOf(await browser.authorize({ connection: 'sms' })), /^\/u\/passwordless/);
  const silent = await browser.authorize({ connection: 'sms', prompt: 'none' });
  assert.equal(callbackParams(silent).get('error'), 'login_required');
  const { idToken } = await tokensFrom(tenant, await browser.authorize({ prompt: 'none' }));
  assert.match(String(claimsOf(idToken)['sub']), /^sms\|/);
});

test('somebody blocked gets no code, and the page does not say so', async () => {
  const tenant = setUpTenant();
  const found = tenant.state.users.findByPhone('sms', phone);
  assert.ok(found);
  tenant.state.users.put({ ...found.user, blocked: true });
  const { codePage, browser } = await openCodePage(tenant);

  assert.match(await (await browser.send(codePage)).text(), /Enter the code/);
  assert.deepEqual(tenant.state.inbox.messages(phone), []);
});

test('too many codes are refused on the page too', async () => {
  const tenant = setUpTenant();
  const { again, codePage, browser } = await openCodePage(tenant);
  for (let count = 1; count < 50; count += 1) assert.equal((await again()).status, 200);

  assert.match(await (await again()).text(), /Too many codes/);
  assert.equal((await browser.send(codePage)).status, 200);
});

test('codes are no way into a sign-in that was started for another connection', async () => {
  const tenant = setUpTenant();
  for (const params of [{ connection: 'github' }, {}]) {
    const { browser, address } = await open(tenant, { ...params });
    const state = address.split('?')[1] ?? '';
    for (const path of ['/u/passwordless', '/u/passwordless/code']) {
      assert.equal((await browser.send(`${path}?${state}`)).status, 404);
    }
  }
});

test('without an address the code page leads back to the first one', async () => {
  const { browser, address } = await open(setUpTenant());
  const codePage = address.replace('/passwordless?', '/passwordless/code?');

  assert.equal(locationOf(await browser.send(codePage)), address);
  assert.equal(locationOf(await browser.submit(codePage, { code: '123456' })), address);
});

function inDigitsFrom(zero: number, code: string): string {
  return code.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}
