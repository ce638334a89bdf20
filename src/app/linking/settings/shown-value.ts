import { isJsonList, isJsonObject, type Json } from '../../identity/json';
import { displayText } from '../../identity/text/display-text';

/** A setting's value as a person reads it; `words` are ours, where there is no text of its own. */
export type ShownValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly more: number }
  | {
      readonly kind: 'object';
      readonly entries: readonly { readonly name: string; readonly text: string }[];
      readonly more: number;
    };

/** How many parts of a list or an object are shown; the others are counted. */
const mostParts = 6;

/** What to show of a value: whole where it is short, and never more than a few lines. */
export function shownValue(value: Json | undefined): ShownValue {
  if (value === undefined) return { kind: 'words', text: $localize`not set` };
  if (isJsonList(value)) return shownList(value);
  if (isJsonObject(value)) return shownObject(Object.entries(value));
  if (value === null || value === '') return { kind: 'words', text: partText(value) };

  return { kind: 'text', text: partText(value) };
}

/** Whether a person would see no difference between two values. */
export const looksTheSame = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(shownValue(one)) === JSON.stringify(shownValue(other));

function shownList(items: readonly Json[]): ShownValue {
  if (items.length === 0) return { kind: 'words', text: $localize`an empty list` };

  return {
    kind: 'list',
    items: items.slice(0, mostParts).map(partText),
    more: Math.max(0, items.length - mostParts),
  };
}

function shownObject(entries: readonly (readonly [string, Json])[]): ShownValue {
  if (entries.length === 0) return { kind: 'words', text: $localize`empty` };

  return {
    kind: 'object',
    entries: entries
      .slice(0, mostParts)
      .map(([name, value]) => ({ name: displayText(name), text: partText(value) })),
    more: Math.max(0, entries.length - mostParts),
  };
}

/** One line for a value; what is nested deeper is shown as JSON. */
function partText(value: Json): string {
  if (value === null || value === '') return $localize`empty`;
  if (value === true) return $localize`yes`;
  if (value === false) return $localize`no`;

  return displayText(typeof value === 'string' ? value : JSON.stringify(value));
}
