import assert from 'node:assert/strict';
import { test } from 'node:test';

import { serveTenant } from '../../tenant/src/serve.ts';
import { parseProbeOptions } from './options.ts';
import { findingsReport, probe } from './probe.ts';

const callback = 'http://localhost:4200/callback';

test('the local tenant answers every question as the contract says', async () => {
  const tenant = await serveTenant({ port: 0 });
  try {
    const findings = await probe({ origin: tenant.origin, clientId: 'ligature-spa', callback });
    const different = findings.filter(({ isDifferent }) => isDifferent);

    assert.equal(findingsReport(different), '\n0 questions, 0 differences.');
    assert.ok(findings.length > 40);
    assert.deepEqual(await messagesOf(tenant.origin), []);
  } finally {
    await tenant.close();
  }
});

/** What a tenant has sent so far: asking it must send nobody anything. */
async function messagesOf(origin: string): Promise<unknown> {
  return (await fetch(`${origin}/_tenant/api/inbox`)).json();
}

test('a tenant that does not answer is different in everything, and named so', async () => {
  const tenant = await serveTenant({ port: 0 });
  await tenant.close();
  const findings = await probe({ origin: tenant.origin, clientId: 'ligature-spa', callback });

  assert.ok(findings.every(({ isDifferent }) => isDifferent));
  assert.match(findingsReport(findings), /seen {6}no answer \(/);
});

test('a domain is a host or an origin, and what is left out is the local tenant', () => {
  assert.deepEqual(parseProbeOptions([]), {
    origin: 'http://localhost:4400',
    clientId: 'ligature-spa',
    callback,
  });
  assert.equal(
    parseProbeOptions(['--domain', 'team.eu.auth0.com']).origin,
    'https://team.eu.auth0.com',
  );
  assert.throws(() => parseProbeOptions(['--domain', 'a b']), /--domain must be/);
  assert.throws(() => parseProbeOptions(['--callback', 'nowhere']), /--callback must be/);
});
