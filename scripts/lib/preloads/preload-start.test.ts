import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { expectWithinBudget, startFiles, withPreloads } from './preload-start.ts';

const imports = (...paths: string[]) => paths.map((path) => ({ path, kind: 'import-statement' }));
const later = (path: string) => ({ path, kind: 'dynamic-import' });
const outputs = {
  'main.js': {
    bytes: 1,
    entryPoint: 'src/main.ts',
    imports: [...imports('a.js'), later('start.js'), later('lock.js')],
  },
  'start.js': { bytes: 10, entryPoint: 'src/start.ts', imports: imports('a.js', 'b.js') },
  'lock.js': { bytes: 10, entryPoint: 'src/lock.ts', imports: imports('c.js') },
  'a.js': { bytes: 100, imports: [] },
  'b.js': { bytes: 100, imports: [...imports('d.js', 'b.js'), later('page.js')] },
  'c.js': { bytes: 100, imports: [] },
  'd.js': { bytes: 100, imports: imports('b.js') },
};
const html =
  '<link rel="modulepreload" href="a.js" nonce="{{ nonce }}"><script src="main.js"></script>';

const files = startFiles({ outputs });

const preloaded = (page: string) =>
  [...page.matchAll(/modulepreload" href="([^"]*)" nonce="\{\{ nonce \}\}"/g)].map(
    ([, file]) => file,
  );

describe('the page of the build', () => {
  it('asks at once for all that the application starts with, and for nothing else', () => {
    assert.deepEqual(preloaded(withPreloads(html, files)), ['start.js', 'b.js', 'd.js', 'a.js']);
  });

  it('stays as it is when it is given the same once more', () => {
    const once = withPreloads(html, files);

    assert.equal(withPreloads(once, files), once);
  });

  it('may not have more to load than was decided', () => {
    expectWithinBudget({ outputs }, files, 311);
    assert.throws(() => expectWithinBudget({ outputs }, files, 310), /starts with 311 bytes/);
  });

  it('is not taken for one that preloads nothing', () => {
    assert.throws(() => withPreloads('<script src="main.js"></script>', files), /nothing/);
  });
});
