import type { JsonObject } from '../../protocol/json.ts';
import type { Searchable } from './compile-query.ts';
import { someValueAt } from './json-values.ts';

/** Plain JSON objects as they can be searched: any path, and these fields without one. */
export function searchableJson(textFields: readonly string[]): Searchable<JsonObject> {
  return {
    some: (field, passes) => {
      const path = field.split('.');

      return (document) => someValueAt(document, path, passes);
    },
    textFields,
    ignoresCase: (field) => textFields.includes(field),
  };
}
