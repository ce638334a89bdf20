import assert from 'node:assert/strict';
import { test } from 'node:test';

import { password } from '../../testing/accounts.ts';
import { Browser, codeOf, exchange, locationOf, text } from '../../testing/browser.ts';
import { granted, machine, postForm, postJson } from '../../testing/requests.ts';
import { managementAudience, setUpTenant, type TestTenant } from '../../testing/tenant.ts';

const typesIn = (tenant: TestTenant) => tenant.state.log.entries().map(({ type }) => type);

test('the log tells sign-ins, exchanges, renewals and what failed of them', async () => {
  const tenant = setUpTenant();
  const browser = new Browser(tenant);
  await browser.authorize({ prompt: 'none' });
  const page = locationOf(await browser.authorize());
  await browser.submit(page, { email: 'nobody@example.com', password: 'x' });
  await browser.submit(page, { email: 'ada@example.com', password: 'x' });
  const signedIn = await browser.signIn('ada@example.com', 'Analytical-1843', {
    scope: 'openid offline_access',
  });
  const code = codeOf(signedIn);
  const { refresh_token } = await granted(await exchange(tenant, code));
  const renew = () =>
    postForm(tenant, '/oauth/token', {
      grant_type: 'refresh_token',
      client_id: 'ligature-spa',
      refresh_token: text(refresh_token),
    });
  await renew();
  await renew();
  await exchange(tenant, code);
  await browser.authorize({ prompt: 'none' });
  await browser.send('/v2/logout');

  assert.deepEqual(typesIn(tenant), [
    'fsa',
    'fu',
    'fp',
    's',
    'seacft',
    'sertft',
    'ferrt',
    'feacft',
    'ssa',
    'slo',
  ]);
});

test('codes, sign-ups, machines and blocked people are in it too', async () => {
  const tenant = setUpTenant();
  const spa = { client_id: 'ligature-spa' };
  await postJson(tenant, '/passwordless/start', {
    ...{ ...spa, connection: 'sms', phone_number: '+15555550100' },
  });
  await postJson(tenant, '/passwordless/start', {
    ...{ ...spa, connection: 'email', email: 'ada@example.com', send: 'link' },
  });
  await postJson(tenant, '/dbconnections/signup', {
    ...{ ...spa, connection: password, email: 'new@example.net', password: 'Long-enough-1' },
  });
  await postForm(tenant, '/oauth/token', {
    grant_type: 'client_credentials',
    audience: managementAudience,
    ...machine,
  });
  const found = tenant.state.users.findByEmail(password, 'ada@example.com');
  assert.ok(found);
  tenant.state.users.put({ ...found.user, blocked: true });
  await new Browser(tenant).signIn('ada@example.com', 'Analytical-1843');

  assert.deepEqual(typesIn(tenant), ['cs', 'cls', 'ss', 'svr', 'seccft', 'f']);
});
