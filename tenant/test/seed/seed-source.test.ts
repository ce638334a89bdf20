import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { controlApp } from '../../src/http/control/control-app.ts';
import { seedSource } from '../../src/seed/seed-source.ts';
import { Signer } from '../../src/state/keys/signer.ts';
import { TenantState } from '../../src/state/tenant-state.ts';
import { jsonOf } from '../testing/browser.ts';
import { origin } from '../testing/tenant.ts';

const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
const tenantFile = join(folder, 'tenant.yaml');
const write = (friendlyName: string) =>
  writeFileSync(tenantFile, `tenant: { friendly_name: ${friendlyName} }`);

after(() => rmSync(folder, { recursive: true }));

test('the files are read again once one of them has changed, and not before', () => {
  write('"First"');
  const { seed, latest } = seedSource({ tenantFile });
  assert.equal(latest(), seed);
  write('"Somebody has changed it"');

  assert.equal(latest().settings.friendlyName, 'Somebody has changed it');
  assert.equal(latest(), latest());
});

test('a reset goes by the files as they are now, and by none that says nothing', async () => {
  write('"First"');
  const state = new TenantState(`${origin}/`, new Signer(), seedSource({ tenantFile }).latest);
  const control = controlApp({ state, nowMs: () => Date.now() });
  const reset = () => control.request(`${origin}/reset`, { method: 'POST' });
  write('"Mended in the file"');
  assert.equal((await reset()).status, 200);
  assert.equal(state.config.settings.friendlyName, 'Mended in the file');

  const [person] = state.users.all();
  assert.ok(person);
  write('7, which is no name');
  const refused = await reset();
  assert.equal(refused.status, 400);
  assert.match(String((await jsonOf(refused))['message']), /tenant\.yaml/);
  assert.equal(state.config.settings.friendlyName, 'Mended in the file');
  assert.equal(state.users.all()[0], person);
});
