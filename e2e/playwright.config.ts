import { defineConfig, devices } from '@playwright/test';
import { clientOrigin, clientTenantOrigin, clientTenantPort } from './addresses.ts';
import { browserArguments, isRoot } from '../scripts/browser-arguments.ts';

const app = { port: 4201, tenantPort: 4401 };
const executablePath = process.env['LIGATURE_CHROMIUM'];

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // All tests share one tenant.
  workers: 1,
  fullyParallel: false,
  reporter: [['line'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${app.port}`,
    locale: 'en-US',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: browserArguments({ root: isRoot() }),
    },
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
  ],
  webServer: [
    {
      command: `"${process.execPath}" ../scripts/start.ts --no-build --port ${app.port} --tenant-port ${app.tenantPort}`,
      url: `http://localhost:${app.port}`,
      reuseExistingServer: false,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    },
    {
      // The shipped clients of Auth0 have a tenant of their own, and pages in place of the application.
      command: `"${process.execPath}" ../tenant/src/main.mjs --port ${clientTenantPort} --app ${clientOrigin} --app ${clientOrigin.replace('localhost', '127.0.0.1')}`,
      url: `${clientTenantOrigin}/_tenant/api/health`,
      reuseExistingServer: false,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    },
  ],
});
