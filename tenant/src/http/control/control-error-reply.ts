import { ControlError, invalidRequest } from '../../control/control-call.ts';
import { json, type Reply } from '../../protocol/http.ts';
import { SeedError } from '../../protocol/json-reader.ts';
import { StartError } from '../../seed/start-error.ts';
import { errorReply } from '../error-replies.ts';

/** Renders what an endpoint of the control plane threw. */
export function controlErrorReply(error: unknown): Reply {
  const refusal = asControlError(error);
  if (refusal === undefined) return errorReply(error);

  return json(refusal.status, { error: refusal.error, message: refusal.message });
}

/** The refusal that an error means, if it is one; a field that is wrong is named by its path. */
export function asControlError(error: unknown): ControlError | undefined {
  if (error instanceof SeedError) return invalidRequest(`${error.message}.`);
  // A file that a reset was to load, as whoever started the tenant would be told.
  if (error instanceof StartError) return invalidRequest(error.message);

  return error instanceof ControlError ? error : undefined;
}
