import { controlApp } from '../../src/http/control/control-app.ts';
import { servedApp } from '../../src/http/tenant-app.ts';
import { readSeed } from '../../src/seed/read-seed.ts';
import type { Seed } from '../../src/state/config/seed.ts';
import { Signer } from '../../src/state/keys/signer.ts';
import { newSigningKey } from '../../src/state/keys/signing-key.ts';
import { TenantState } from '../../src/state/tenant-state.ts';

export const origin = 'http://localhost:4400';
export const callbackUrl = 'http://localhost:4200/callback';
export const managementAudience = `${origin}/api/v2/`;

// Both take a while to make, and no test changes them: a tenant that rotates its keys has its own list.
const key = await newSigningKey();
const { seed: ownSeed } = readSeed();

/** A tenant from the project's seed, without a port, whose clock only the test moves. */
export function setUpTenant(change: (seed: Seed) => Seed = (seed) => seed) {
  let nowMs = Date.parse('2026-11-20T10:00:00.000Z');
  const signer = new Signer();
  signer.replaceKeys([key]);
  const seed = change(ownSeed);
  const state = new TenantState(`${origin}/`, signer, () => seed);
  // Time stands still here, and no bucket fills: only the limit's own tests want one.
  state.config.rateLimit = { ...seed.rateLimit, burst: 100_000 };
  // The project's own hook asks a tenant that listens, and this one does not.
  state.config.postLogin = [];
  const tenant = { state, nowMs: () => state.control.clock.timeMs(nowMs) };

  return {
    seed,
    state,
    signer,
    app: servedApp(tenant),
    control: controlApp(tenant),
    nowMs: tenant.nowMs,
    pass: (seconds: number) => {
      nowMs += seconds * 1000;
    },
  };
}

export type TestTenant = ReturnType<typeof setUpTenant>;
