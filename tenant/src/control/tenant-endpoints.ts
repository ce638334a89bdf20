import { json } from '../protocol/http.ts';
import type { Endpoints } from '../state/tenant-state.ts';

/** The tenant as a whole, and what was asked of it. */
export const tenantEndpoints: Endpoints = {
  /** For whoever waits until the tenant is up. */
  'GET /health': () => json(200, { ok: true }),
  /** Everything back to the seed, sessions and tokens included. */
  'POST /reset': ({ state }) => {
    state.reset();

    return json(200, { ok: true });
  },
  /** What was asked and answered, newest first, secrets masked. */
  'GET /requests': ({ state: { control } }) => json(200, control.requests.list()),
  'DELETE /requests': ({ state: { control } }) => {
    control.requests.clear();

    return json(200, []);
  },
};
