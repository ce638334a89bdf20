import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserArguments } from './browser-arguments.ts';
import { browserCandidates, headlessShellCandidates } from './browser-candidates.ts';
import { firefoxCandidates } from './engine-candidates.ts';
import { findFirefox, findWebKit } from './find-engine.ts';

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

describe('firefoxCandidates', () => {
  it('looks on the PATH first, and knows where Debian puts it', () => {
    const candidates = firefoxCandidates({ platform: 'linux', environment: { PATH: '/opt/bin' } });

    assert.equal(candidates[0], '/opt/bin/firefox-esr');
    assert.ok(candidates.includes('/usr/bin/firefox-esr'));
  });

  it('knows the program of Windows and the application of macOS', () => {
    const environment = { PROGRAMFILES: 'C:\\Program Files' };

    assert.deepEqual(firefoxCandidates({ platform: 'win32', environment }), [
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ]);
    assert.deepEqual(firefoxCandidates({ platform: 'darwin', environment: {} }), [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ]);
  });
});

describe('finding an engine', () => {
  it('takes the one that is named, and says so where there is none', () => {
    const named = (path: string) => ({
      platform: 'linux' as const,
      environment: { FIREFOX_PATH: path },
    });

    assert.equal(findFirefox(named(process.execPath)), process.execPath);
    assert.throws(() => findFirefox(named('/no/such/firefox')), {
      name: 'CommandError',
      message: 'FIREFOX_PATH names no file: /no/such/firefox',
    });
  });

  it('says plainly where WebKit cannot be driven', () => {
    for (const platform of ['darwin', 'win32'] as const) {
      assert.throws(() => findWebKit({ platform, environment: {} }), {
        name: 'CommandError',
        message: /on Linux only/,
      });
    }
  });
});

describe('browserArguments', () => {
  it('keep the sandbox for everybody but root', () => {
    assert.ok(browserArguments({ root: true }).includes('--no-sandbox'));
    assert.ok(!browserArguments({ root: false }).includes('--no-sandbox'));
  });
});
