import type { JsonReader } from '../../protocol/json-reader.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { controlBody } from '../control-body.ts';

/** Ten years: further than any token lives, and far from where dates end. */
const furthestSeconds = 315_360_000;

/** `GET /_tenant/api/clock`: how far the tenant's clock is from the machine's. */
export function getClock({ state: { control } }: Exchange): Reply {
  return json(200, { offsetSeconds: control.clock.offsetMs / 1000 });
}

/** `PUT /_tenant/api/clock`: moves it, for tokens, codes, sessions and `auth_time` alike. */
export function putClock(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const body = controlBody(request);
  const offsetMs = readOffsetMs(body);
  body.finish();
  state.control.clock.moveTo(offsetMs);

  return getClock(exchange);
}

/** Reads `offsetSeconds`, which the clock can be moved to. Throws a `SeedError` for one that is too far. */
export function readOffsetMs(fields: JsonReader): number {
  const seconds = fields.optionalNumber('offsetSeconds');
  if (seconds === undefined || !(Math.abs(seconds) <= furthestSeconds)) {
    fields.fail('offsetSeconds', `must be a number from -${furthestSeconds} to ${furthestSeconds}`);
  }

  return Math.round(seconds * 1000);
}
