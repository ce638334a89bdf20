import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isStrongEnough } from '../../src/login/flow/passwords/password-policy.ts';
import { password } from '../testing/accounts.ts';
import {
  Browser,
  claimsOf,
  codeOf,
  jsonOf,
  locationOf,
  text,
  tokensFrom,
} from '../testing/browser.ts';
import { manage, refusalOf } from '../testing/machine.ts';
import { postJson } from '../testing/requests.ts';
import { withConnection, withSettings } from '../testing/seeds.ts';
import { setUpTenant, type TestTenant } from '../testing/tenant.ts';

const body = {
  client_id: 'ligature-spa',
  connection: password,
  email: 'New.Comer@example.net',
  password: 'Long-enough-1',
};

const signup = (tenant: TestTenant, fields: Readonly<Record<string, unknown>> = {}) =>
  postJson(tenant, '/dbconnections/signup', { ...body, ...fields });

test('signing up makes an account with an address that nobody has verified', async () => {
  const tenant = setUpTenant();
  const response = await signup(tenant, { given_name: 'New', user_metadata: { colour: 'blue' } });
  const answer = await jsonOf(response);
  const found = tenant.state.users.findByEmail(password, 'new.comer@example.net');
  const signedIn = await new Browser(tenant).signIn('new.comer@example.net', body.password);

  assert.equal(response.status, 200);
  assert.match(text(answer['_id']), /^[0-9a-f]{24}$/);
  assert.equal(answer['email'], 'new.comer@example.net');
  assert.equal(answer['email_verified'], false);
  assert.equal(found?.user.user_id, `auth0|${text(answer['_id'])}`);
  assert.deepEqual(found.user.user_metadata, { colour: 'blue' });
  assert.equal(claimsOf((await tokensFrom(tenant, signedIn)).idToken)['given_name'], 'New');
});

test('what is wrong with a sign-up is told in the shape that the SDKs read, and the documented one', async () => {
  const tenant = setUpTenant();
  const cases = [
    [{ email: 'ADA@example.com' }, 'user_exists'],
    [{ email: 'no address' }, 'invalid_signup'],
    [{ password: 'short' }, 'invalid_password'],
    [{ password: undefined }, 'invalid_password'],
    [{ connection: 'sms' }, 'invalid_signup'],
    [{ client_id: 'nobody' }, 'invalid_signup'],
    [{ user_metadata: { long: 'x'.repeat(501) } }, 'invalid_signup'],
    [{ user_metadata: { number: 1 } }, 'invalid_signup'],
    [
      { user_metadata: Object.fromEntries(Array.from({ length: 11 }, (_, key) => [key, 'x'])) },
      'invalid_signup',
    ],
  ] as const;

  for (const [fields, code] of cases) {
    const response = await signup(tenant, fields);
    const refusal = await jsonOf(response);
    assert.equal(response.status, 400);
    assert.equal(refusal['code'], code, JSON.stringify(fields));
    assert.equal(refusal['error'], code);
    assert.equal(refusal['statusCode'], 400);
    assert.equal(refusal['description'], refusal['error_description']);
  }
});

test('a tenant may keep to itself who has an account, and a connection may be closed', async () => {
  const quietMs = setUpTenant(withSettings({ tellsThatUserExists: false }));
  const closed = setUpTenant(withConnection(password, { disable_signup: true }));

  assert.equal(
    (await jsonOf(await signup(quietMs, { email: 'ada@example.com' })))['code'],
    'invalid_signup',
  );
  assert.equal((await jsonOf(await signup(closed)))['code'], 'invalid_signup');
});

test('the page makes the account and signs in with it', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const address = locationOf(await browser.authorize({ screen_hint: 'signup', login_hint: 'a@b' }));
  const page = await (await browser.send(address)).text();
  const weak = await browser.submit(address, { email: 'a@b.example', password: 'weak' });
  const taken = await browser.submit(address, {
    email: 'ada@example.com',
    password: body.password,
  });
  const signedIn = await browser.submit(address, {
    email: 'a@b.example',
    password: body.password,
  });

  assert.match(page, /<h1>Sign up<\/h1>/);
  assert.match(page, /value="a@b"/);
  assert.equal(weak.status, 400);
  assert.match(await weak.text(), /too weak/);
  assert.match(await taken.text(), /an account with this address already/);
  assert.equal(claimsOf((await tokensFrom(tenant, signedIn)).idToken)['email'], 'a@b.example');
});

test('a sign-in without a database has no page to sign up on', async () => {
  const browser = new Browser(setUpTenant());
  const query = locationOf(await browser.authorize({ connection: 'github' })).split('?')[1] ?? '';

  assert.equal((await browser.send(`/u/signup?${query}`)).status, 404);
});

test('Forgot password? sends the link, and says the same for an address nobody has', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  const login = locationOf(await browser.authorize());
  assert.match(await (await browser.send(login)).text(), />Forgot password\?<\/a>/);
  const address = login.replace('/u/login', '/u/forgot-password');
  const known = await (await browser.submit(address, { email: 'ada@example.com' })).text();
  const unknown = await (await browser.submit(address, { email: 'nobody@example.com' })).text();
  const [message] = tenant.state.inbox.messages('ada@example.com');

  assert.equal(known.replace('ada@', 'nobody@'), unknown);
  assert.match(message?.link ?? '', /\/u\/reset-password\?ticket=/);
  assert.deepEqual(tenant.state.inbox.messages('nobody@example.com'), []);
});

test('a directory with user names asks for one, and it is one account’s', async () => {
  const tenant = setUpTenant(withConnection(password, { requires_username: true }));
  const code = async (fields: Readonly<Record<string, unknown>>) =>
    (await jsonOf(await signup(tenant, fields)))['code'];

  assert.equal(await code({}), 'invalid_signup');
  assert.equal((await signup(tenant, { username: 'newcomer' })).status, 200);
  assert.equal(await code({ email: 'a@b.example', username: 'newcomer' }), 'username_exists');
  const browser = new Browser(tenant);
  const path = locationOf(await browser.authorize({ screen_hint: 'signup' }));
  assert.match(await (await browser.send(path)).text(), />User name<\/label>/);
  const fields = { email: 'a@b.example', password: body.password, username: 'another' };
  assert.ok(codeOf(await browser.submit(path, fields)));
  assert.ok(codeOf(await new Browser(tenant).signIn('another', body.password)));
});

test('a directory may refuse common passwords, and those with a person’s own name', async () => {
  const tenant = setUpTenant(
    withConnection(password, {
      password_dictionary: { enable: true, dictionary: ['Correct-Horse-1'] },
      password_no_personal_info: { enable: true },
    }),
  );
  const refused = [
    [{ password: 'correct-Horse-1' }, 'password_dictionary_error', 'PasswordDictionaryError'],
    [{ password: 'New.Comer-1' }, 'password_no_user_info_error', 'PasswordNoUserInfoError'],
  ] as const;

  for (const [fields, code, name] of refused) {
    assert.equal((await jsonOf(await signup(tenant, fields)))['code'], code);
    const { connection, email } = body;
    const made = await manage(tenant, 'create:users', 'POST', 'users', {
      ...{ connection, email, ...fields },
    });
    assert.match(String((await refusalOf(made))[1]), new RegExp(`^${name}: `));
  }
  assert.equal((await signup(tenant)).status, 200);
});

test('the five policies ask what they ask at Auth0', () => {
  const cases = [
    ['none', 'x', ''],
    ['low', 'abcdef', 'abcde'],
    ['fair', 'Abcdefg1', 'abcdefg1'],
    ['good', 'Abcdefg!', 'abcdefg1'],
    ['excellent', 'Abcdefgh1!', 'Aaabcdefg1'.replace('Aaa', 'aaa')],
  ] as const;

  for (const [policy, strong, weak] of cases) {
    assert.equal(isStrongEnough(strong, policy), true, policy);
    assert.equal(isStrongEnough(weak, policy), false, policy);
  }
});
