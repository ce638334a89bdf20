import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CommandError } from '../lib/command-error.ts';
import { expectDrillsAllowed } from './allowed.ts';
import { parseDrillsOptions } from './options.ts';
import { drillsExitCode, drillsSummary } from './summary.ts';
import { OptionError } from '../lib/options.ts';
import { configFile } from '../lib/paths.ts';

const tenant = {
  domain: 'acme.eu.auth0.com',
  clientId: 'ligature-spa',
  audience: 'https://acme.eu.auth0.com/api/v2/',
};
const drill = (verdict: string, found = 'asExpected') => ({
  title: `A drill that is ${verdict}`,
  verdict,
  evidence: [{ what: 'The accounts are one.', found }],
});

describe('the options of npm run drills', () => {
  it('have defaults', () => {
    const { config, only, port, build } = parseDrillsOptions([]);

    assert.deepEqual([config, only, port, build], [configFile, undefined, 4200, true]);
  });

  it('choose some of the drills', () => {
    assert.deepEqual(parseDrillsOptions(['--only=swap, link-409']).only, ['swap', 'link-409']);
  });

  it('refuse what is no id of a drill', () => {
    assert.throws(() => parseDrillsOptions(['--only=swap"]']), OptionError);
  });
});

describe('drills on a tenant', () => {
  it('are refused on production, and where nobody has said what it is', () => {
    for (const environment of ['production', undefined]) {
      assert.throws(
        () => expectDrillsAllowed({ tenant: { ...tenant, environment }, staging: true }),
        CommandError,
      );
    }
  });

  it('are refused without the console', () => {
    assert.throws(
      () => expectDrillsAllowed({ tenant: { ...tenant, environment: 'staging' } }),
      /staging: true/,
    );
  });

  it('are allowed on a staging one', () => {
    expectDrillsAllowed({ tenant: { ...tenant, environment: 'staging' }, staging: true });
  });
});

describe('what came of drills', () => {
  it('is good only if something was run and nothing failed', () => {
    assert.equal(drillsExitCode({ drills: [] }), 1);
    assert.equal(drillsExitCode({ drills: [drill('not run')] }), 1);
    assert.equal(drillsExitCode({ drills: [drill('passed'), drill('failed')] }), 1);
    assert.equal(drillsExitCode({ drills: [drill('passed'), drill('inconclusive')] }), 0);
  });

  it('is told with the reason where it is not good', () => {
    const told = drillsSummary({ drills: [drill('passed'), drill('failed', 'otherwise')] });

    assert.match(told, /no: The accounts are one\./);
    assert.match(told, /1 passed, 1 failed, 0 inconclusive$/);
  });
});
