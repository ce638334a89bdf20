import assert from 'node:assert/strict';
import { test } from 'node:test';

import { jsonOf } from '../testing/browser.ts';
import { control } from '../testing/control.ts';
import { setUpTenant } from '../testing/tenant.ts';

test('a code can be fixed for a number and for an address, and be let go again', async () => {
  const tenant = setUpTenant();
  await control(tenant, 'PUT', '/codes', { to: '+15555550100', code: '123456' });
  await control(tenant, 'PUT', '/codes', { to: ' Zoe@Example.net ', code: '0000' });

  assert.deepEqual(await jsonOf(await control(tenant, 'GET', '/codes')), {
    '+15555550100': '123456',
    'zoe@example.net': '0000',
  });
  assert.equal(tenant.state.signIns.fixedCodes.get('zoe@example.net'), '0000');
  await control(tenant, 'DELETE', '/codes?to=%2B15555550100');
  assert.deepEqual([...tenant.state.signIns.fixedCodes.keys()], ['zoe@example.net']);
  await control(tenant, 'DELETE', '/codes');
  assert.equal(tenant.state.signIns.fixedCodes.size, 0);
});

test('what can be no code, and nobody’s address, is refused by its path', async () => {
  const tenant = setUpTenant();
  for (const [body, path] of [
    [{ to: 'nobody', code: '123456' }, 'body.to'],
    [{ to: '5555550100', code: '123456' }, 'body.to'],
    [{ code: '123456' }, 'body.to'],
    [{ to: '+15555550100', code: '12' }, 'body.code'],
    [{ to: '+15555550100', code: 'abcdef' }, 'body.code'],
    [{ to: '+15555550100', code: '123456', for: 'ever' }, 'body.for'],
  ] as const) {
    const answer = await control(tenant, 'PUT', '/codes', body);
    assert.equal(answer.status, 400);
    assert.ok(String((await jsonOf(answer))['message']).startsWith(`${path} `), path);
  }
});
