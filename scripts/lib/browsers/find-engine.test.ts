import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runNode } from '../run-node.ts';
import { firefoxCandidates } from './engine-candidates.ts';
import { type EngineMachine, findFirefox, findWebKit } from './find-engine.ts';

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

/** A Linux whose PATH is one folder with these programs, and what it is asked to install. */
function linuxWith(
  programs: readonly string[],
  {
    installable = [],
    ...environment
  }: { installable?: readonly string[]; FIREFOX_PATH?: string } = {},
) {
  const files = new Set(programs.map((name) => `/opt/bin/${name}`));
  const asked: string[] = [];
  const machine: EngineMachine = {
    platform: 'linux',
    environment: { PATH: '/opt/bin', ...environment },
    exists: (path) => files.has(path),
    install: (packages) => {
      asked.push(...packages);
      for (const name of installable) files.add(`/opt/bin/${name}`);

      return installable.length > 0;
    },
  };

  return { machine, asked };
}

const webKit = ['WebKitWebDriver', 'MiniBrowser', 'Xvfb'];
const found = {
  driver: '/opt/bin/WebKitWebDriver',
  browser: '/opt/bin/MiniBrowser',
  screen: '/opt/bin/Xvfb',
};

describe('finding an engine', () => {
  it('takes what is there, and installs nothing', () => {
    const { machine, asked } = linuxWith(['firefox-esr', ...webKit]);

    assert.equal(findFirefox(machine), '/opt/bin/firefox-esr');
    assert.deepEqual(findWebKit(machine), found);
    assert.deepEqual(asked, []);
  });

  it('installs what is not there, and takes that', () => {
    const firefox = linuxWith([], { installable: ['firefox-esr'] });
    const rest = linuxWith(['Xvfb'], { installable: webKit });

    assert.equal(findFirefox(firefox.machine), '/opt/bin/firefox-esr');
    assert.deepEqual(firefox.asked, ['firefox-esr']);
    assert.deepEqual(findWebKit(rest.machine), found);
    assert.deepEqual(rest.asked, ['webkit2gtk-driver', 'xvfb']);
  });

  it('says plainly that an engine can be neither found nor installed, and what to do', () => {
    assert.throws(() => findFirefox(linuxWith(webKit).machine), {
      name: 'CommandError',
      message:
        'No Firefox was found, and none could be installed. ' +
        'Install Firefox (Debian: firefox-esr), or name one with FIREFOX_PATH.',
    });
    assert.throws(() => findWebKit(linuxWith(['firefox', 'Xvfb']).machine), {
      name: 'CommandError',
      message:
        /^No WebKit was found that can be driven, and none could be installed\. Install .+ or name/,
    });
  });

  it('says plainly when a package has not brought the program', () => {
    const { machine } = linuxWith([], { installable: ['something-else'] });

    assert.throws(() => findFirefox(machine), { name: 'CommandError' });
  });

  it('takes the one that is named, and says so where there is none', () => {
    const { machine } = linuxWith(['firefox', 'mine'], { FIREFOX_PATH: '/opt/bin/mine' });
    const wrong = linuxWith(['firefox'], { FIREFOX_PATH: '/no/such/firefox' });

    assert.equal(findFirefox(machine), '/opt/bin/mine');
    assert.throws(() => findFirefox(wrong.machine), {
      name: 'CommandError',
      message: 'FIREFOX_PATH names no file: /no/such/firefox',
    });
  });

  it('says plainly where WebKit cannot be driven', () => {
    for (const platform of ['darwin', 'win32'] as const) {
      assert.throws(() => findWebKit({ ...linuxWith(webKit).machine, platform }), {
        name: 'CommandError',
        message: /on Linux only/,
      });
    }
  });

  it('ends the command with the sentence, and nothing else', async () => {
    const { exitCode, output } = await runNode(['scripts/test/e2e.ts', '--engine', 'firefox'], {
      env: { FIREFOX_PATH: '/no/such/firefox' },
    });

    assert.equal(exitCode, 1);
    assert.equal(output, 'FIREFOX_PATH names no file: /no/such/firefox\n');
  });
});
