import type { JsonReader } from '../../protocol/json-reader.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { controlBody } from '../control-body.ts';

/** Ten years: further than any token lives, and far from where dates end. */
const furthest = 315_360_000;

/** `GET /_tenant/api/clock`: how far the tenant's clock is from the machine's. */
export function getClock({ state: { control } }: Exchange): Reply {
  return json(200, { offsetSeconds: control.clock.offsetSeconds });
}

/** `PUT /_tenant/api/clock`: moves it, for tokens, codes, sessions and `auth_time` alike. */
export function putClock(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const body = controlBody(request);
  const offsetSeconds = readOffset(body);
  body.finish();
  state.control.clock.moveTo(offsetSeconds);

  return getClock(exchange);
}

/** Reads an offset that the clock can be moved to. */
export function readOffset(fields: JsonReader): number {
  const offset = fields.optionalNumber('offsetSeconds');
  if (offset === undefined || !(Math.abs(offset) <= furthest)) {
    fields.fail('offsetSeconds', `must be a number from -${furthest} to ${furthest}`);
  }

  return offset;
}
