import { getRequestListener } from '@hono/node-server';

import type { SnapshotFile } from './control/snapshots/snapshot-file.ts';
import { type Address, addressOf, type AddressOptions } from './http/server/address.ts';
import type { CertificateFiles } from './http/server/certificate-files.ts';
import { localApp } from './http/server/local-app.ts';
import { listenOnLoopback, stop } from './http/server/loopback.ts';
import { type SeedFiles, seedPeople, type SeedPerson } from './seed/read-seed.ts';
import { seedSource } from './seed/seed-source.ts';
import { StartError } from './seed/start-error.ts';
import { Signer } from './state/keys/signer.ts';
import { TenantState } from './state/tenant-state.ts';

export { PortInUseError, StartError } from './seed/start-error.ts';
export type { SeedPerson } from './seed/read-seed.ts';

export interface ServeOptions extends SeedFiles, AddressOptions {
  /** The certificate of an https origin; without one the tenant makes its own. */
  readonly certificate?: CertificateFiles;
  /** Origins from which `ligature-spa` runs too, beside those in the seed. */
  readonly appOrigins?: readonly string[];
  /** A snapshot to start from. */
  readonly importFile?: string;
  /** Where a snapshot is kept while the tenant runs, and left when it stops. */
  readonly exportFile?: string;
}

export interface ServedTenant {
  /** Where it is, without a slash at the end: what the SDK takes as its domain. */
  readonly origin: string;
  /** Who can sign in, for scripts that tell a person what to try. */
  readonly people: readonly SeedPerson[];
  /** What the tenant's file asks for and the tenant does not do, a line each. */
  readonly notices: readonly string[];
  /** The certificate of an https origin, for clients to trust. */
  readonly certFile?: string;
  readonly close: () => Promise<void>;
}

/** Starts a tenant on this machine, with its control plane. Throws a `StartError` when it cannot. */
export async function serveTenant(options: ServeOptions): Promise<ServedTenant> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new StartError('The local tenant refuses to start with NODE_ENV=production.');
  }
  const address = addressOf(options);
  const { seed, notices, latest } = seedSource(options, options.appOrigins);
  const secure = await secureServer(address, options.certificate);
  const { servers, port } = await listenOnLoopback(address.port, secure?.newServer);
  const origin = address.originAt(port);
  const state = new TenantState(`${origin}/`, new Signer(), latest);
  const nowMs = () => state.control.clock.timeMs(Date.now());
  if (options.importFile !== undefined) {
    const { importSnapshot } = await import('./control/snapshots/snapshot-file.ts');
    await importSnapshot(options.importFile, { state, nowMs: nowMs() }).catch(
      async (error: unknown) => {
        await stop(servers);
        throw error;
      },
    );
  }
  const exported = await snapshotFile(options.exportFile, state, nowMs);
  const listener = getRequestListener(localApp({ state, nowMs }, address.hostsAt(port)).fetch);
  for (const server of servers) {
    server.on('request', (request, response) => {
      exported?.touch();
      void listener(request, response);
    });
  }

  return {
    origin,
    // Asked for by few, and long when people were made up.
    get people() {
      return seedPeople(seed);
    },
    notices,
    ...(secure !== undefined && { certFile: secure.certFile }),
    close: async () => {
      state.inbox.release();
      state.control.release();
      await stop(servers);
      await exported?.close();
    },
  };
}

/** Servers that speak TLS, if the tenant does so itself; nothing of it is loaded otherwise. */
async function secureServer({ isSecure, host }: Address, files: CertificateFiles | undefined) {
  if (isSecure) return (await import('./http/server/secure-server.ts')).secureServer(host, files);
  if (files !== undefined) throw new StartError('--cert and --key are for an https --origin.');

  return undefined;
}

async function snapshotFile(
  file: string | undefined,
  state: TenantState,
  nowMs: () => number,
): Promise<SnapshotFile | undefined> {
  if (file === undefined) return undefined;
  const { SnapshotFile } = await import('./control/snapshots/snapshot-file.ts');

  return new SnapshotFile(file, state, nowMs);
}
