import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Browser, codeOf, locationOf } from '../testing/browser.ts';
import { control } from '../testing/control.ts';
import { withConnection } from '../testing/seeds.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';
import { password } from '../testing/accounts.ts';

type Fields = Readonly<Record<string, string>>;

async function openPage(tenant: TestTenant, params: Fields = {}) {
  const browser = new Browser(tenant);
  const address = locationOf(await browser.authorize(params));

  return { browser, address, page: await (await browser.send(address)).text() };
}

/** What each button beside a form puts into it. */
function fillsOf(page: string): readonly Fields[] {
  return [...page.matchAll(/data-fill="([^"]+)"/g)].map(
    ([, fields = '']) => JSON.parse(fields.replaceAll('&quot;', '"')) as Fields,
  );
}

test('people with a password stand beside the form, and what they fill in signs them in', async () => {
  const { browser, address, page } = await openPage(setUpTenant());
  const [first, ...others] = fillsOf(page);

  assert.equal(first?.['email'], 'ada@example.com');
  assert.ok(others.length > 0 && others.length < 6);
  assert.ok(codeOf(await browser.submit(address, first)));
});

test('no more than six of a thousand are listed', async () => {
  const tenant = setUpTenant();
  for (let index = 0; index < 8; index += 1) {
    await control(tenant, 'POST', '/users', { connection: password, fill: true });
  }

  assert.equal(fillsOf((await openPage(tenant)).page).length, 6);
});

test('where a code is sent, addresses stand beside the form, and then the code that came', async () => {
  const tenant = setUpTenant();
  const { browser, address, page } = await openPage(tenant, { connection: 'sms' });
  const [person] = fillsOf(page);
  assert.deepEqual(person, { address: '+15555550100' });
  const codePage = locationOf(await browser.submit(address, person));
  const [code] = fillsOf(await (await browser.send(codePage)).text());

  assert.ok(code && codeOf(await browser.submit(codePage, code)));
});

test('every picture and mark of the page is the tenant’s own, and comes', async () => {
  const tenant = setUpTenant();
  const { page } = await openPage(tenant);
  const sources = [...page.matchAll(/<img[^>]*\ssrc="([^"]+)"/g)].map(([, source = '']) => source);

  assert.ok(sources.includes('/_tenant/assets/providers/google.svg'));
  for (const source of sources) {
    const response = await tenant.app.request(`${origin}${source.replaceAll('&amp;', '&')}`);
    assert.equal(response.status, 200, source);
    assert.match(response.headers.get('content-type') ?? '', /^image\/svg\+xml/);
  }
  const missing = await tenant.app.request(`${origin}/_tenant/assets/providers/nobody.svg`);
  assert.equal(missing.status, 404);
});

for (const [policy, words] of [
  ['low', /Six characters or more\./],
  ['excellent', /too weak\. Ten characters or more/],
] as const) {
  test(`a password that is refused is told the rules of its connection: ${policy}`, async () => {
    const tenant = setUpTenant(withConnection(password, { passwordPolicy: policy }));
    const { browser, address } = await openPage(tenant, { screen_hint: 'signup' });
    const refused = await browser.submit(address, { email: 'n@e.example', password: 'weak' });

    assert.match(await refused.text(), words);
  });
}
