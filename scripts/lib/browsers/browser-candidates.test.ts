import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserArguments } from './browser-arguments.ts';
import { browserCandidates, headlessShellCandidates } from './browser-candidates.ts';

describe('browserCandidates', () => {
  it('looks on the PATH first, folder by folder', () => {
    const candidates = browserCandidates({
      platform: 'linux',
      environment: { PATH: '/opt/bin:/usr/local/bin' },
    });

    assert.equal(candidates[0], '/opt/bin/chromium');
    assert.ok(
      candidates.indexOf('/opt/bin/google-chrome') < candidates.indexOf('/usr/local/bin/chromium'),
    );
  });

  it('knows the usual places of Linux without a PATH', () => {
    const candidates = browserCandidates({ platform: 'linux', environment: {} });

    assert.equal(candidates[0], '/usr/bin/chromium');
    assert.ok(candidates.includes('/usr/bin/google-chrome-stable'));
  });

  it('knows the applications of macOS, of everybody and of one person', () => {
    const candidates = browserCandidates({
      platform: 'darwin',
      environment: { HOME: '/Users/ada' },
    });
    const chrome = 'Google Chrome.app/Contents/MacOS/Google Chrome';

    assert.ok(candidates.includes(`/Applications/${chrome}`));
    assert.ok(candidates.includes(`/Users/ada/Applications/${chrome}`));
  });

  it('knows the programs of Windows', () => {
    const candidates = browserCandidates({
      platform: 'win32',
      environment: { Path: 'C:\\tools', PROGRAMFILES: 'C:\\Program Files' },
    });

    assert.equal(candidates[0], 'C:\\tools\\chromium.exe');
    assert.ok(candidates.includes('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'));
  });
});

describe('headlessShellCandidates', () => {
  it('looks on the PATH first, and knows where Debian puts it', () => {
    const machine = { platform: 'linux', environment: { PATH: '/opt/bin' } } as const;

    assert.deepEqual(headlessShellCandidates(machine), [
      '/opt/bin/chromium-headless-shell',
      '/opt/bin/chrome-headless-shell',
      '/usr/bin/chromium-headless-shell',
      '/usr/bin/chrome-headless-shell',
    ]);
  });
});

describe('browserArguments', () => {
  it('keep the sandbox for everybody but root', () => {
    assert.ok(browserArguments({ root: true }).includes('--no-sandbox'));
    assert.ok(!browserArguments({ root: false }).includes('--no-sandbox'));
  });
});
