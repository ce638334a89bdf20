import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada } from '../../testing/accounts.ts';
import { Browser, callbackParams } from '../../testing/browser.ts';
import { setUpTenant } from '../../testing/tenant.ts';
import { pageText, submit } from '../../testing/workbench.ts';

test('a rule of one’s own is made by form, with JSON or text for a body', async () => {
  const tenant = setUpTenant();
  await submit(tenant, 'faults/add', {
    method: 'GET',
    path: '/api/v2',
    when: 'after',
    status: '503',
    body: '{"down":true}',
    times: '2',
  });
  await submit(tenant, 'faults/add', {
    method: '*',
    path: '/userinfo',
    body: 'half {',
    drop: 'on',
  });
  const rules = tenant.state.control.faults.list().map(({ rule }) => rule);

  assert.deepEqual(rules, [
    {
      match: { method: 'GET', path: '/api/v2' },
      when: 'after',
      times: 2,
      then: { status: 503, body: { down: true } },
    },
    {
      match: { method: '*', path: '/userinfo' },
      when: 'before',
      then: { body: 'half {', drop: true },
    },
  ]);
  const wrong = await submit(tenant, 'faults/add', { path: '/', times: 'often', drop: 'on' });
  assert.match(await wrong.text(), /times must be a number/);
});

test('what was started by form is ended by form: faults, sessions, messages', async () => {
  const tenant = setUpTenant();
  const { faults } = tenant.state.control;
  const isOn = () => faults.list().length > 0;
  await submit(tenant, 'faults/switch', { preset: 'link-409' });
  assert.ok(isOn());
  await submit(tenant, 'faults/switch', { preset: 'link-409' });
  assert.ok(!isOn());
  await submit(tenant, 'faults/add', { path: '/userinfo', status: '503' });
  const { id = '' } = faults.list()[0] ?? {};
  await submit(tenant, 'faults/remove', { id });
  assert.ok(!isOn());
  assert.equal((await submit(tenant, 'faults/remove', { id })).status, 400);
  await submit(tenant, 'faults/add', { path: '/userinfo', status: '503' });
  await submit(tenant, 'faults/clear', {});
  assert.ok(!isOn());

  const account = await ada(tenant);
  const browser = new Browser(tenant);
  const form_token = tenant.state.control.formToken;
  await browser.submit('/_tenant/people/sign-in', { form_token, user_id: account.id });
  const silent = async () => callbackParams(await browser.authorize({ prompt: 'none' }));
  assert.ok((await silent()).has('code'));
  await submit(tenant, 'sessions/expire-all', {});
  assert.equal((await silent()).get('error'), 'login_required');

  tenant.state.inbox.deliver({ to: 'a@b.example', channel: 'email', at: '2026-11-20T10:00:00Z' });
  await submit(tenant, 'inbox/clear', {});
  assert.deepEqual(tenant.state.inbox.messages(undefined), []);
});

test('the clock moves by form and says how far it is from the machine’s', async () => {
  const tenant = setUpTenant();
  await submit(tenant, 'clock/move', { amount: '2', unit: 'hours' });
  await submit(tenant, 'clock/move', { amount: '5', unit: 'minutes' });
  assert.equal(tenant.state.control.clock.offsetMs, 7_500_000);
  assert.match(await pageText(tenant, 'clock'), /\+2 hours 5 minutes from the machine/);
  assert.match(await pageText(tenant, 'people'), /Clock \+2 hours 5 minutes/);
  assert.equal((await submit(tenant, 'clock/move', { amount: 'soon' })).status, 400);
  await submit(tenant, 'clock/now', {});
  assert.equal(tenant.state.control.clock.offsetMs, 0);
});

test('a code is fixed and let go by form', async () => {
  const tenant = setUpTenant();
  await submit(tenant, 'inbox/fix', { address: '+15555550100', code: '424242' });
  assert.equal(tenant.state.signIns.fixedCodes.get('+15555550100'), '424242');
  assert.match(await pageText(tenant, 'inbox'), /424242/);
  await submit(tenant, 'inbox/release', { address: '+15555550100' });
  assert.equal(tenant.state.signIns.fixedCodes.size, 0);
});

test('metadata is changed where it stands, and what is no JSON changes nothing and stays to be fixed', async () => {
  const tenant = setUpTenant();
  const { id } = await ada(tenant);
  const save = (fields: Readonly<Record<string, string>>) =>
    submit(tenant, 'people/metadata', { user_id: id, ...fields });
  const known = () => tenant.state.users.get(id);
  const saved = await save({ user_metadata: '{"theme": "light"}', app_metadata: '{"plan": "x"}' });

  assert.equal(saved.status, 303);
  assert.deepEqual(known()?.user_metadata, { theme: 'light' });
  assert.deepEqual(known()?.app_metadata, { plan: 'x' });
  const path = (saved.headers.get('location') ?? '').slice('/_tenant/'.length);
  assert.match(await pageText(tenant, path), /<details class="more" open>/);

  const wrong = await save({ user_metadata: '{"theme": ', app_metadata: '{}' });
  const text = await wrong.text();
  assert.equal(wrong.status, 400);
  assert.match(text, /role="alert">user_metadata is not JSON\. Nothing was saved\./);
  assert.ok(text.includes('{&quot;theme&quot;:</textarea'));
  assert.doesNotMatch(text, /<details class="panel" open>/);
  assert.match(
    await (await save({ user_metadata: '[]' })).text(),
    /user_metadata must be an object/,
  );
  assert.deepEqual(known()?.app_metadata, { plan: 'x' });

  await save({ user_metadata: '{"theme": "light"}' });
  assert.deepEqual(known()?.app_metadata, {});
});

test('settings are adjusted and keys rotated by form, and everything is reset by one button', async () => {
  const tenant = setUpTenant();
  const before = tenant.seed.rateLimit;
  await submit(tenant, 'settings/adjust', { burst: '2', perSecond: '0.5', cookiesBlocked: 'on' });
  assert.deepEqual(tenant.state.config.rateLimit, {
    burst: 2,
    perSecond: 0.5,
    exposeHeaders: false,
  });
  assert.match(await pageText(tenant, 'settings'), /1 fault on/);
  await submit(tenant, 'settings/rotate', {});
  assert.match(JSON.stringify(await tenant.signer.publicKeys()), /kid.*kid/);
  await submit(tenant, 'reset', {});
  assert.deepEqual(tenant.state.config.rateLimit, before);
  assert.doesNotMatch(await pageText(tenant, ''), /class="warning"/);
});
