import type { JsonObject } from '../../protocol/json.ts';
import type { Searchable } from './compile-query.ts';
import { someValueAt } from './json-values.ts';

/** Makes plain JSON objects searchable: by any path, and in these fields when a term names none. */
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
