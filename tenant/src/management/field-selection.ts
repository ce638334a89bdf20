import type { JsonObject } from '../protocol/json.ts';
import type { CheckedQuery } from './query.ts';

/** The parameters that choose what of an object is shown. */
export const fieldParameters = {
  fields:
    'Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields.',
  include_fields: 'Whether specified fields are to be included (true) or excluded (false).',
};

/** Shows of an object what the query names, or everything but that (contract §6.3). */
export function fieldSelection(query: CheckedQuery): (object: JsonObject) => JsonObject {
  const fields = query.text('fields');
  const includes = query.flag('include_fields') ?? true;
  if (fields === undefined) return (object) => object;
  const named = new Set(fields.split(',').map((field) => field.trim()));

  return (object) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => named.has(name) === includes));
}
