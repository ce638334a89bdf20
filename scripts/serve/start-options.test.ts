import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OptionError } from '../lib/options.ts';
import { parseStartOptions } from './start-options.ts';

describe('the options of npm start', () => {
  it('have defaults', () => {
    assert.deepEqual(parseStartOptions([]), {
      port: 4200,
      tenantPort: undefined,
      base: '/',
      build: true,
    });
  });

  it('choose the ports and skip the build', () => {
    assert.deepEqual(parseStartOptions(['--port', '4201', '--tenant-port=4401', '--no-build']), {
      port: 4201,
      tenantPort: 4401,
      base: '/',
      build: false,
    });
  });

  it('refuse what they do not know, and name what they know', () => {
    assert.throws(() => parseStartOptions(['--prot', '4201']), {
      name: 'OptionError',
      message: "Unknown option '--prot'. Known options: --port, --tenant-port, --base, --no-build",
    });
  });

  it('refuse a word that belongs to no option', () => {
    assert.throws(() => parseStartOptions(['4201']), OptionError);
  });

  for (const port of ['0', '65536', 'many', '42.5', '-1', '']) {
    it(`refuse the port "${port}"`, () => {
      assert.throws(() => parseStartOptions([`--port=${port}`]), OptionError);
    });
  }
});
