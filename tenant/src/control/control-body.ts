import { JsonReader } from '../protocol/json-reader.ts';
import { parseJson } from '../protocol/json.ts';
import type { TenantRequest } from '../protocol/request.ts';
import { invalidRequest } from './control-error.ts';

/** The object that a call of the control plane sends; complaints name the path inside it. */
export function controlBody(request: TenantRequest): JsonReader {
  return new JsonReader(controlJson(request), 'body');
}

/** The body of a call as JSON, nothing in it checked. */
export function controlJson({ body }: TenantRequest, levels?: number): unknown {
  const value = parseJson(body, levels);
  if (value === undefined) throw invalidRequest('The body must be JSON, not too deeply nested.');

  return value;
}
