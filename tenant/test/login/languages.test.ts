import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Html } from '../../src/ui/html.ts';
import { en } from '../../src/ui/texts/en.ts';
import { fr } from '../../src/ui/texts/fr.ts';
import { Browser, codeOf, locationOf } from '../testing/browser.ts';
import { postJson } from '../testing/requests.ts';
import { withSettings } from '../testing/seeds.ts';
import { origin, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const ada = { email: 'ada@example.com', password: 'Analytical-1843' };

/** The first page of a sign-in, and what it says. */
async function signInPage(
  tenant: TestTenant,
  { accept, ...params }: Readonly<Record<string, string>> = {},
) {
  const browser = new Browser(tenant);
  const address = locationOf(await browser.authorize(params));
  const headers = accept === undefined ? {} : { 'accept-language': accept };
  const page = await (await browser.send(address, { headers })).text();

  return { browser, address, page };
}

for (const [language, params] of [
  ['de', { ui_locales: 'de' }],
  ['fr', { ui_locales: 'fr-CA' }],
  ['ja', { ui_locales: 'ja de', accept: 'es' }],
  ['es', { ui_locales: 'pt', accept: 'es-MX,de;q=0.5' }],
  ['de', { accept: 'pt,fr;q=0,de;q=0.5,es;q=0.2' }],
  ['en', { ui_locales: 'pt' }],
  ['en', {}],
] as const) {
  test(`somebody who asks for ${JSON.stringify(params)} reads ${language}`, async () => {
    const { page } = await signInPage(setUpTenant(), params);

    assert.match(page, new RegExp(`<html lang="${language}" dir="ltr">`));
  });
}

test('Arabic is written from right to left', async () => {
  const { page } = await signInPage(setUpTenant(), { ui_locales: 'ar' });

  assert.match(page, /<html lang="ar" dir="rtl">/);
  assert.match(page, /<h1>تسجيل الدخول إلى Ligature<\/h1>/);
});

test('a language that the tenant has not enabled is not shown, and its first is for all others', async () => {
  const { page } = await signInPage(setUpTenant(withSettings({ enabledLocales: ['en'] })), {
    ui_locales: 'de',
    accept: 'fr',
  });
  const french = await signInPage(setUpTenant(withSettings({ enabledLocales: ['fr-FR', 'de'] })));

  assert.match(page, /<html lang="en"/);
  assert.match(french.page, /<html lang="fr"/);
});

test('every step of a sign-in, and what is wrong with it, is in the language that was asked for', async () => {
  const tenant = setUpTenant();
  const { browser, address, page } = await signInPage(tenant, { ui_locales: 'de' });
  assert.match(address, /&ui_locales=de$/);
  const links = [...page.matchAll(/(?:action|href)="(\/u\/[^"]+)"/g)].map(([, link = '']) => link);
  assert.equal(links.length, 3);
  for (const link of links) {
    const next = await (await browser.send(link.replaceAll('&amp;', '&'))).text();
    assert.match(next, /<html lang="de"/, link);
  }
  const wrong = await (await browser.submit(address, { ...ada, password: 'wrong' })).text();
  assert.match(wrong, /E-Mail-Adresse oder Passwort ist falsch\./);
  assert.match(page, /name="ui_locales" value="de"/);

  assert.ok(codeOf(await browser.submit(address, ada)));
  assert.match(await (await browser.send(address)).text(), /Diese Anmeldung ist beendet/);
});

test('a message is told the language of the page that asked for it, or of the header of the API', async () => {
  const tenant = setUpTenant();
  const [to] = [ada.email];
  await signInPage(tenant, { connection: 'email', login_hint: to, ui_locales: 'fr' });
  assert.match(tenant.state.inbox.messages(to)[0]?.body ?? '', /Votre code\u00A0: \d{6}/);

  const start = { client_id: 'ligature-spa', connection: 'email', send: 'code', email: to };
  for (const [headers, words] of [
    [{ 'x-request-language': 'de', 'accept-language': 'fr' }, /Ihr Code: \d{6}/],
    [{ 'accept-language': 'ja-JP,en;q=0.5' }, /コード: \d{6}/],
    [{}, /Your code is \d{6}/],
  ] as const) {
    assert.equal((await postJson(tenant, '/passwordless/start', start, headers)).status, 200);
    assert.match(tenant.state.inbox.messages(to)[0]?.body ?? '', words);
  }
});

test('a refusal names what came, says what could have come, and leads on', async () => {
  const tenant = setUpTenant();
  const path = '/authorize?client_id=ligature-spa&redirect_uri=http://localhost:9/elsewhere';
  const page = await (await tenant.app.request(`${origin}${path}`)).text();
  const [title, message] = en.errors.callbackMismatch;

  assert.ok(page.includes(`<h1>${title}</h1>`));
  assert.ok(page.includes(message('http://localhost:9/elsewhere')));
  assert.match(page, /<li><code>http:\/\/localhost:4200\/callback<\/code><\/li>/);
  assert.match(page, /<a class="button" href="http:\/\/localhost:4200\/">Open Ligature<\/a>/);
});

test('French has a no-break space before a colon and in quotation marks, a narrow one before other marks', () => {
  const texts = wordsIn(fr).filter((text) => /[:;!?«»]/.test(text));
  const misspaced = /(?<!\u00A0)(?::(?![^\s}])|»)|«(?!\u00A0)|(?<!\u202F)[;!?](?![\p{L}\d])/u;

  assert.ok(texts.length > 20);
  assert.deepEqual(
    texts.filter((text) => misspaced.test(text)),
    [],
  );
});

/** What a page can say, whatever is filled in. */
function wordsIn(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  if (texts instanceof Html) return [texts.text];
  if (typeof texts === 'function') return wordsIn(Reflect.apply(texts, undefined, ['a', 'b', 'c']));

  return Object.values(texts as object).flatMap(wordsIn);
}
