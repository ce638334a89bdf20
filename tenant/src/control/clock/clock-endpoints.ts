import { json, type Reply } from '../../protocol/http.ts';
import type { JsonReader } from '../../protocol/json-reader.ts';
import type { Endpoints, Exchange } from '../../state/tenant-state.ts';
import { controlBody } from '../control-call.ts';

/** Ten years: further than any token lives, and far from where dates end. */
const furthestSeconds = 315_360_000;

/** How far the tenant's clock is from the machine's: for tokens, codes, sessions and `auth_time` alike. */
export const clockEndpoints: Endpoints = {
  'GET /clock': getClock,
  'PUT /clock': (exchange) => {
    const { request, state } = exchange;
    state.control.clock.offsetMs = controlBody(request).whole(readOffsetMs);

    return getClock(exchange);
  },
};

function getClock({ state: { control } }: Exchange): Reply {
  return json(200, { offsetSeconds: control.clock.offsetMs / 1000 });
}

/** Reads `offsetSeconds`, which the clock can be moved to. Throws a `SeedError` for one that is too far. */
export function readOffsetMs(fields: JsonReader): number {
  const seconds = fields.optionalNumber('offsetSeconds');
  if (seconds === undefined || !(Math.abs(seconds) <= furthestSeconds)) {
    fields.fail('offsetSeconds', `must be a number from -${furthestSeconds} to ${furthestSeconds}`);
  }

  return Math.round(seconds * 1000);
}
