import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { controlBody } from '../control-body.ts';
import { adjust, adjustableSettings, readAdjustments } from './settings.ts';

/** Answers `GET /_tenant/api/settings`: what can be adjusted while the tenant runs. */
export function getSettings({ state }: Exchange): Reply {
  return json(200, adjustableSettings(state));
}

/** Answers `PUT /_tenant/api/settings`: adjusts what it names and leaves the rest. */
export function putSettings(exchange: Exchange): Reply {
  const { request, state } = exchange;
  adjust(readAdjustments(controlBody(request)), state);

  return getSettings(exchange);
}
