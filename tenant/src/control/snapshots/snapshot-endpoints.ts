import { json, pathParameter, type Reply } from '../../protocol/http.ts';
import { deepestSnapshot, parseJson } from '../../protocol/json.ts';
import type { Endpoints, Exchange } from '../../state/tenant-state.ts';
import { controlBody, controlJson } from '../control-call.ts';
import {
  forgetSnapshot,
  restoreNamed,
  saveSnapshot,
  snapshotLabels,
  snapshotText,
} from './named-snapshots.ts';
import { restoreSnapshot, takeSnapshot } from './snapshot.ts';

/** The whole state as one JSON object, or kept under a name. */
export const snapshotEndpoints: Endpoints = {
  'GET /snapshot': async (exchange) => json(200, await takeSnapshot(exchange)),
  /** Puts a state in the place of this one, whole or not at all. */
  'PUT /snapshot': async (exchange) => {
    await restoreSnapshot(controlJson(exchange.request, deepestSnapshot), exchange);

    return json(200, { ok: true });
  },
  'GET /snapshots': listSnapshots,
  'GET /snapshots/:name': (exchange) =>
    json(200, parseJson(snapshotText(nameIn(exchange), exchange.state), deepestSnapshot)),
  'PUT /snapshots/:name': async (exchange) => {
    await saveSnapshot(nameIn(exchange), exchange);

    return listSnapshots(exchange);
  },
  'DELETE /snapshots/:name': (exchange) => {
    forgetSnapshot(nameIn(exchange), exchange.state);

    return listSnapshots(exchange);
  },
  /** With `{ "keepConfiguration": true }` the tenant stays set up as it is now. */
  'POST /snapshots/:name/restore': async (exchange) => {
    const { request } = exchange;
    const keepConfiguration =
      request.body !== '' &&
      (controlBody(request).whole((body) => body.optionalFlag('keepConfiguration')) ?? false);
    await restoreNamed(nameIn(exchange), exchange, { keepConfiguration });

    return json(200, { ok: true });
  },
};

/** The names, and when each was saved. */
function listSnapshots({ state }: Exchange): Reply {
  return json(200, snapshotLabels(state));
}

function nameIn({ request }: Exchange): string {
  return pathParameter(request, 'name');
}
