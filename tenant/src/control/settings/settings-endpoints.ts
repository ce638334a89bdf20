import { json, type Reply } from '../../protocol/http.ts';
import type { Endpoints, Exchange } from '../../state/tenant-state.ts';
import { controlBody } from '../control-call.ts';
import { adjust, adjustableSettings, readAdjustments } from './settings.ts';

/** What the tenant is set up with, as in the dashboard, until it is reset. */
export const settingsEndpoints: Endpoints = {
  'GET /settings': getSettings,
  /** Adjusts what it names and leaves the rest. */
  'PUT /settings': (exchange) => {
    const { request, state } = exchange;
    adjust(readAdjustments(controlBody(request)), state);

    return getSettings(exchange);
  },
  /**
   * A new key signs from now on. What the old one signed still counts until the next rotation, or no
   * longer with `{ "revoke": true }`.
   */
  'POST /keys/rotate': async ({ request, state: { signer } }) => {
    const revoke =
      request.body !== '' &&
      (controlBody(request).whole((body) => body.optionalFlag('revoke')) ?? false);
    await signer.rotate({ revoke });

    return json(200, await signer.publicKeys());
  },
};

/** What can be adjusted while the tenant runs. */
function getSettings({ state }: Exchange): Reply {
  return json(200, adjustableSettings(state));
}
