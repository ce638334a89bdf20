import { defineConfig, devices } from '@playwright/test';
import { appOrigin, crossSiteOf, lanes, originOf, portsOf } from './testing/addresses.ts';
import { usualBrowser } from './testing/browsers.ts';
import { browserArguments, isRoot } from '../scripts/lib/browsers/browser-arguments.ts';

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } };

// A page lives for seconds here: to optimise its scripts, and to clean up after them side by side,
// costs more than it saves. Measured in the browser without windows, and used there alone.
const frugal =
  process.env['LIGATURE_HEADLESS_SHELL'] === undefined
    ? []
    : ['--js-flags=--lite-mode,--single-threaded-gc'];

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // The tests of a lane share its tenant.
  workers: lanes,
  fullyParallel: true,
  // Browsers and servers of every lane share the machine.
  timeout: 120_000,
  expect: {
    timeout: 15_000,
    toPass: { timeout: 15_000 },
    toMatchAriaSnapshot: { pathTemplate: '{testDir}/phases/trees/{arg}{ext}' },
  },
  reporter: [['line'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    baseURL: appOrigin,
    locale: 'en-US',
    // Keeping a trace takes an eighth of the time: a test that fails is run again with `--trace on`.
    trace: 'off',
    // A click waits until its button has come to rest.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...usualBrowser,
      args: [...browserArguments({ root: isRoot() }), ...frugal],
    },
  },
  projects: [
    { name: 'tests', grepInvert: /@matrix/, use: desktop },
    { name: 'matrix', grep: /@matrix/, use: desktop },
  ],
  webServer: Array.from({ length: lanes }, (_, lane) => serversOf(lane)).flat(),
});

function serversOf(lane: number) {
  const ports = portsOf(lane);

  return [
    server(
      `../scripts/serve/start.ts --no-build --port ${ports.app} --tenant-port ${ports.tenant}`,
      originOf(ports.app),
    ),
    // The shipped clients of Auth0 have a tenant of their own, and pages in place of the application.
    server(
      `../tenant/src/main.mjs --port ${ports.clientTenant} --app ${originOf(ports.client)} --app ${crossSiteOf(ports.client)}`,
      `${originOf(ports.clientTenant)}/_tenant/api/health`,
    ),
  ];
}

function server(command: string, url: string) {
  return {
    command: `"${process.execPath}" ${command}`,
    url,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 5_000 },
  };
}
