import assert from 'node:assert/strict';
import { test } from 'node:test';

import { JsonReader } from '../../src/protocol/json-reader.ts';
import { Notices } from '../../src/seed/notices.ts';
import { parseConnection, wordsInFile } from '../../src/seed/parse/parse-connection.ts';
import type { Connection } from '../../src/state/config/connection.ts';
import { LiquidError } from '../../src/ui/messages/liquid-expression.ts';
import { compileLiquid } from '../../src/ui/messages/liquid.ts';
import { Browser, callbackParams, challenge } from '../testing/browser.ts';
import { control, listOf } from '../testing/control.ts';
import { postJson } from '../testing/requests.ts';
import { changed, withAuth0Messages, withConnection, withSettings } from '../testing/seeds.ts';
import { callbackUrl, setUpTenant, type TestTenant } from '../testing/tenant.ts';

const email = 'ada@example.com';

/** The link leads to the application, which has it in a part of the address that is never sent. */
const overThePage = `{% if send == 'link' %}
<a href="http://localhost:4200/link/open#{{ link | url_encode }}">Sign in to {{ application.name }}</a>
{% elsif send == 'code' %}Your code for {{ user.email }} is {{ code }}.{% endif %}`;

const tenantWith = (body: string) =>
  setUpTenant(
    changed(
      withConnection('email', { email: { syntax: 'liquid', body } }),
      withSettings({ allowsMagicLinkWithoutSession: true }),
    ),
  );

function parsed(connection: unknown, notices: Notices): Connection {
  const readNearby = (path: string) => ({ file: path, text: `the text of ${path}` });

  return parseConnection(
    new JsonReader(connection, 'connections[0]'),
    { clientIdOf: () => undefined, wordsOf: (email) => wordsInFile(email, notices, readNearby) },
    notices,
  );
}

async function messageTo(tenant: TestTenant, send: 'code' | 'link') {
  const authParams = {
    ...{ response_type: 'code', redirect_uri: callbackUrl, scope: 'openid', state: 'the page’s' },
    ...{ code_challenge: challenge, code_challenge_method: 'S256' },
  };
  const body = { client_id: 'ligature-spa', connection: 'email', email, send, authParams };
  assert.equal((await postJson(tenant, '/passwordless/start', body)).status, 200);
  const [message] = tenant.state.inbox.messages(email);
  assert.ok(message);

  return message;
}

test('a link may lead over a page of the application, and whoever fetches that spends nothing', async () => {
  const tenant = tenantWith(overThePage);
  const { link = '', code, body } = await messageTo(tenant, 'link');
  const { origin, pathname, hash } = new URL(link);
  assert.equal(code, undefined);
  assert.match(body ?? '', />Sign in to Ligature<\/a>/);
  assert.equal(`${origin}${pathname}`, 'http://localhost:4200/link/open');

  const target = new URL(decodeURIComponent(hash.slice(1)));
  assert.equal(target.pathname, '/passwordless/verify_redirect');
  const answer = await new Browser(tenant).send(`${target.pathname}${target.search}`);
  assert.ok(callbackParams(answer).has('code'));
});

test('a code is sent in the words of the connection too', async () => {
  const { code = '', link, body } = await messageTo(tenantWith(overThePage), 'code');

  assert.equal(link, undefined);
  assert.equal(body, `Your code for ${email} is ${code}.`);
});

test('a message without a link has none, and one without words holds the tenant’s own link', async () => {
  const silent = await messageTo(tenantWith('Look at {{ application.clientID }}.'), 'link');
  assert.deepEqual([silent.link, silent.body], [undefined, 'Look at ligature-spa.']);

  const plain = await messageTo(setUpTenant(withAuth0Messages), 'link');
  assert.match(plain.link ?? '', /\/passwordless\/verify_redirect\?/);
  assert.equal(plain.body, undefined);
});

test('the words of a message are kept in a snapshot', async () => {
  const tenant = tenantWith(overThePage);
  const { body } = await messageTo(tenant, 'code');
  const snapshot: unknown = await (await control(tenant, 'GET', '/snapshot')).json();
  tenant.state.inbox.clear();
  assert.equal((await control(tenant, 'PUT', '/snapshot', snapshot)).status, 200);
  const [message] = await listOf(await control(tenant, 'GET', '/inbox'));

  assert.equal(message?.['body'], body);
});

test('Liquid: outputs, filters, branches and assigned values', () => {
  const cases = [
    ['{{ user.email }}{{ user.hat }}{{ user.email.hat }}', email],
    ['{{ name | escape }}', '&lt;Ada &amp; &#34;Co&#34;&gt;'],
    ["{{ 'a b' | url_encode }} {{ 'a%20b' | url_decode }}", 'a%20b a b'],
    ["{{ hat | default: 'none' }} {{ send | default: 'none' }}", 'none code'],
    ["{{ 'a=1&b=2' | split: '=' | last }}{{ 'x y' | split: ' ' | first }}", '2x'],
    ["{% assign who = user.email | split: '@' | first %}{{ who }}", 'ada'],
    ["{%- if send == 'link' or send == 'code' -%}yes{% endif %}", 'yes'],
    ["{% if send == 'link' %}a{% elsif send != 'code' %}b{% else %}c{% endif %}", 'c'],
    ["{% if user.email contains 'ada' and send %}in{% endif %}{% if hat %}out{% endif %}", 'in'],
    ['{% if hat %}{% if send %}x{% endif %}{% else %}{% if send %}y{% endif %}{% endif %}', 'y'],
  ] as const;

  for (const [template, expected] of cases) {
    const render = compileLiquid(template);
    assert.equal(render({ user: { email }, name: '<Ada & "Co">', send: 'code' }), expected);
  }
});

test('Liquid that is not imitated is told, and not sent as it stands', () => {
  const cases = [
    ['{% for x in y %}{% endfor %}', 'the tag for is not imitated here'],
    ['{{ name | upcase }}', 'the filter upcase is not imitated here'],
    ['{% if send %}', 'an if has no endif'],
    ['{% if send %}{% else %}', 'an else has no endif'],
    ['{% endif %}', 'the tag endif has nothing to end'],
    ['{{ }}', '"" is not read'],
    ['{{ a b }}', '"a b" is not read'],
    ['{{ 1 }}', '"1" is not read'],
    ['{% assign %}', '"" is not read'],
  ] as const;

  for (const [template, message] of cases) {
    assert.throws(() => compileLiquid(template), new LiquidError(message));
  }
});

test('the Deploy CLI’s file of words is read beside the tenant’s, and words in the tenant’s own are named', () => {
  const read = (body: string) => {
    const notices = new Notices();
    const options = { email: { body } };
    const { options: words } = parsed({ name: 'email', strategy: 'email', options }, notices);

    return [words.email?.body, ...notices.lines('tenant.yaml')];
  };

  assert.deepEqual(read('email.html'), ['the text of connections/email.html']);
  assert.deepEqual(read('Your code is {{ code }}.'), [
    'Your code is {{ code }}.',
    'tenant.yaml: not for a real tenant: connections[0].options.email.body must be the name of a file in connections.',
  ]);
});

test('a template that cannot be used keeps the tenant from starting, named by its path', () => {
  const email = { body: '{{ code | upcase }}', subject: 'Your code', from: 'us@example.com' };
  const connection = { name: 'email', strategy: 'email', options: { email } };

  assert.throws(
    () => parsed(connection, new Notices()),
    /^SeedError: connections\[0\]\.options\.email\.body cannot be used: the filter upcase/,
  );
});
