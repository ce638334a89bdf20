import type { JsonObject } from '../protocol/json.ts';
import type { Searchable } from './compile-query.ts';
import { valuesAt } from './json-values.ts';

/** Plain JSON objects as they can be searched: any path, and these fields without one. */
export function searchableJson(textFields: readonly string[]): Searchable<JsonObject> {
  return {
    read: (field) => {
      const path = field.split('.');

      return (document) => valuesAt(document, path);
    },
    textFields,
    ignoresCase: (field) => textFields.includes(field),
  };
}
