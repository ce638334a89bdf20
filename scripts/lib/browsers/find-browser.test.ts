import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type BrowserMachine, findBrowser, findHeadlessShell } from './find-browser.ts';

const playwrights = '/home/ada/.cache/ms-playwright/chrome';

/** A Linux whose PATH is one folder with these programs, and what it is asked to install. */
function linuxWith(
  programs: readonly string[],
  {
    downloads = false,
    packages = [],
    ...environment
  }: { downloads?: boolean; packages?: readonly string[]; CHROMIUM_PATH?: string } = {},
) {
  const files = new Set(programs.map((name) => `/opt/bin/${name}`));
  const asked: string[] = [];
  const machine: BrowserMachine = {
    platform: 'linux',
    environment: { PATH: '/opt/bin', ...environment },
    exists: (path) => files.has(path),
    playwrights,
    installPlaywrights: () => {
      asked.push('playwright');
      if (downloads) files.add(playwrights);

      return downloads;
    },
    install: (wanted) => {
      asked.push(wanted.join(' '));
      const isKnown = wanted.every((name) => packages.includes(name));
      if (isKnown) for (const name of wanted) files.add(`/opt/bin/${name}`);

      return isKnown;
    },
  };

  return { machine, asked };
}

describe('finding a Chromium', () => {
  it('takes what is there, and installs nothing', () => {
    const { machine, asked } = linuxWith(['chromium', 'chromium-headless-shell']);

    assert.equal(findBrowser(machine), '/opt/bin/chromium');
    assert.equal(findHeadlessShell(machine), '/opt/bin/chromium-headless-shell');
    assert.deepEqual(asked, []);
  });

  it('has Playwright download its own, before anything of Debian is installed', () => {
    const { machine, asked } = linuxWith([], { downloads: true });

    assert.equal(findBrowser(machine), playwrights);
    assert.equal(findHeadlessShell(machine), undefined);
    assert.deepEqual(asked, ['playwright']);
  });

  it('installs Debian’s, without the engine for tests where there is none', () => {
    const { machine, asked } = linuxWith([], { packages: ['chromium'] });

    assert.equal(findBrowser(machine), '/opt/bin/chromium');
    assert.deepEqual(asked, ['playwright', 'chromium chromium-headless-shell', 'chromium']);
  });

  it('takes the one that is named, and says so where there is none', () => {
    const named = linuxWith(['chromium', 'chromium-headless-shell', 'mine'], {
      CHROMIUM_PATH: '/opt/bin/mine',
    });
    const wrong = linuxWith(['chromium'], { CHROMIUM_PATH: '/no/such/chromium' });

    assert.equal(findBrowser(named.machine), '/opt/bin/mine');
    assert.equal(findHeadlessShell(named.machine), undefined);
    assert.throws(() => findBrowser(wrong.machine), {
      name: 'CommandError',
      message: 'CHROMIUM_PATH names no file: /no/such/chromium',
    });
  });

  it('says plainly that none can be found or installed, and what to do', () => {
    assert.throws(() => findBrowser(linuxWith([]).machine), {
      name: 'CommandError',
      message:
        'No Chromium was found, and none could be installed. ' +
        'Install Chromium or Chrome, or name one with CHROMIUM_PATH.',
    });
  });
});
