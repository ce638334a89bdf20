import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { repository } from '../scripts/lib/paths.ts';
import { type ChildServer, startServer } from './child-server.ts';
import { type Figure, printFigures } from './figures.ts';
import { HttpClient } from './http-client.ts';
import { isQuick, quantile, timed } from './measure.ts';
import { TenantBrowser } from './tenant-browser.ts';
import { measurePeople } from './tenant-people.ts';

const tenantMain = 'tenant/src/main.mjs';
const bareServer = 'bench/bare-server.ts';
const starts = isQuick ? 1 : 7;
const signIns = isQuick ? 5 : 500;
const refreshes = isQuick ? 5 : 1000;
const allSignIns = isQuick ? 20 : 10_000;
const browsers = 8;

/** Measures the local tenant and prints the figures beside the limits of the design. */
export async function benchTenant(): Promise<void> {
  const localFile = unlimitedLocalFile();
  const figures = [
    ...(await measureStart()),
    ...(await measureSignIns(localFile)),
    ...(await measurePeople(localFile)),
  ];
  printFigures(figures);
}

/** The tenant's own `local.json`, without the limit that a measurement would run into. */
function unlimitedLocalFile(): string {
  const own: unknown = JSON.parse(readFileSync(join(repository, 'tenant/local.json'), 'utf8'));
  const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'local.json');
  const rateLimit = { burst: 1_000_000, perSecond: 1_000_000, exposeHeaders: true };
  writeFileSync(file, JSON.stringify({ ...Object(own), rateLimit }));

  return file;
}

async function measureStart(): Promise<readonly Figure[]> {
  const tenant = await medianStart([tenantMain], '/.well-known/openid-configuration');
  const bare = await medianStart([bareServer], '/');

  return [
    {
      name: `start to first answer, median of ${starts}`,
      value: `${tenant.toFixed(0)} ms`,
      limit: '200 ms',
      isWithin: tenant <= 200,
    },
    { name: '… the same of a bare server', value: `${bare.toFixed(0)} ms` },
  ];
}

/** The first start fills Node's compile cache, as the first start of a checkout does; it does not count. */
async function medianStart(command: readonly string[], path: string): Promise<number> {
  const durations: number[] = [];
  for (let count = 0; count <= starts; count++) {
    let server: ChildServer | undefined;
    durations.push(
      await timed(async () => {
        server = await startServer(command);
        await new HttpClient(server.origin).send(path);
      }),
    );
    await server?.stop();
  }

  return quantile(durations.slice(1));
}

async function measureSignIns(localFile: string): Promise<readonly Figure[]> {
  await loadOnce(localFile);
  const tenant = await startServer([tenantMain, '--local', localFile]);
  const bare = await startServer([bareServer]);
  try {
    const browser = new TenantBrowser(tenant.origin);
    let { refresh_token: token } = await browser.signIn(...ada);
    const signIn = await timed(async () => {
      for (let count = 0; count < signIns; count++) {
        token = (await browser.signIn(...ada)).refresh_token;
      }
    });
    const bareSignIn = await bareRequests(bare, signIns * TenantBrowser.requestsPerSignIn);
    const refresh = await timed(async () => {
      for (let count = 0; count < refreshes; count++) {
        token = (await browser.refresh(token)).refresh_token;
      }
    });
    const bareRefresh = await bareRequests(bare, refreshes);
    browser.close();
    const memory = await memoryAfterSignIns(tenant);

    return [
      memory,
      ratio('full sign-ins, one client', signIns, signIn, bareSignIn),
      ratio('refreshes, one client', refreshes, refresh, bareRefresh),
    ];
  } finally {
    await Promise.all([tenant.stop(), bare.stop()]);
  }
}

/** Fills Node's compile cache with what a sign-in loads, as the first sign-in of a checkout does. */
async function loadOnce(localFile: string): Promise<void> {
  const tenant = await startServer([tenantMain, '--local', localFile]);
  const browser = new TenantBrowser(tenant.origin);
  const { refresh_token: token } = await browser.signIn(...ada);
  await browser.refresh(token);
  browser.close();
  await tenant.stop();
}

const ada = ['ada@example.com', 'Analytical-1843'] as const;

async function memoryAfterSignIns(tenant: ChildServer): Promise<Figure> {
  const share = Math.ceil((allSignIns - signIns) / browsers);
  await Promise.all(
    Array.from({ length: browsers }, async () => {
      const browser = new TenantBrowser(tenant.origin);
      for (let count = 0; count < share; count++) await browser.signIn(...ada);
      browser.close();
    }),
  );
  const megabytes = tenant.residentMegabytes();

  return {
    name: `resident memory after ${allSignIns} sign-ins`,
    value: `${megabytes.toFixed(0)} MB`,
    limit: '130 MB',
    isWithin: megabytes <= 130,
  };
}

async function bareRequests(bare: ChildServer, count: number): Promise<number> {
  const client = new HttpClient(bare.origin);
  await client.send('/');
  const duration = await timed(async () => {
    for (let index = 0; index < count; index++) await client.send('/');
  });
  client.close();

  return duration;
}

function ratio(name: string, count: number, duration: number, bare: number): Figure {
  const perSecond = (count / duration) * 1000;

  return {
    name,
    value: `${perSecond.toFixed(0)}/s, ${(duration / bare).toFixed(1)} × the time of a bare server`,
  };
}
