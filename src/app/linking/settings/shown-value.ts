import { isJsonList, isJsonObject, sameJson, type Json } from '../../identity/json';
import type { SettingKind } from '../../identity/settings/setting-description';
import { displayText } from '../../identity/text/display-text';
import { partName } from './setting-name';
import { descriptionOf, isListed, listedPartsOf } from './setting-vocabulary';
import { isColor, kindWords } from './kind-words';

/** A setting's value as a person sees it; `words` are ours, where there is no text of its own. */
export type ShownValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'color'; readonly text: string }
  | { readonly kind: 'picture'; readonly text: string; readonly url: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly more: number }
  | { readonly kind: 'object'; readonly entries: readonly ShownPart[]; readonly more: number };

/** A named part of a value. */
interface ShownPart {
  readonly name: string;
  readonly value: ShownValue;
  /** Whether it is, or has in it, what makes the other account's value another one. */
  readonly differs: boolean;
}

/** Where a value comes from, and what it is compared with. */
export interface ShownAs {
  /** The key of the setting, or the path of a part; without one nothing is known of the value. */
  readonly path?: string | undefined;
  /** The other account's value, where there are two. */
  readonly other?: { readonly value: Json | undefined } | undefined;
}

/** How many parts of a list or an object are shown; the others are counted. */
const mostParts = 6;
/** How deep an object is shown as a tree; what is nested deeper is shown as JSON. */
const deepest = 3;

/** What to show of a value: whole where it is short, and never more than a few lines. */
export const shownValue = (value: Json | undefined, as: ShownAs = {}): ShownValue =>
  shownAt(value, as, deepest);

/** Whether a person would see no difference between two values. */
export const looksTheSame = (
  one: Json | undefined,
  other: Json | undefined,
  path?: string,
): boolean =>
  JSON.stringify(shownValue(one, { path, other: { value: other } })) ===
  JSON.stringify(shownValue(other, { path, other: { value: one } }));

function shownAt(value: Json | undefined, as: ShownAs, depth: number): ShownValue {
  if (value === undefined) return { kind: 'words', text: $localize`not set` };
  if (isJsonList(value)) return shownList(value, as);
  if (isJsonObject(value)) return shownObject(value, as, depth);
  if (value === null || value === '') return { kind: 'words', text: partText(value, as) };
  const kind = kindOf(value, as);
  const text = partText(value, as);
  if (kind === 'color' && isColor(value)) return { kind, text };
  if (kind === 'picture' && typeof value === 'string') return { kind, text, url: value };

  return { kind: 'text', text };
}

/** What a value is, by what the site says, or as it can be told by the value itself. */
function kindOf(value: Json, { path }: ShownAs): SettingKind {
  const said = path === undefined ? undefined : descriptionOf(path)?.kind;
  if (said !== undefined) return said;
  if (typeof value === 'boolean') return 'boolean';

  return isColor(value) && value.startsWith('#') ? 'color' : 'text';
}

function shownList(items: readonly Json[], as: ShownAs): ShownValue {
  if (items.length === 0) return { kind: 'words', text: $localize`an empty list` };

  return {
    kind: 'list',
    items: items.slice(0, mostParts).map((item) => partText(item, as)),
    more: Math.max(0, items.length - mostParts),
  };
}

function shownObject(
  value: Readonly<Record<string, Json>>,
  { path, other }: ShownAs,
  depth: number,
): ShownValue {
  const entries = Object.entries(value).map(([name, part]) => {
    const compared = other && partOf(other.value, name);

    return {
      name,
      part,
      compared,
      differs: compared !== undefined && !sameJson(part, compared.value),
    };
  });
  if (entries.length === 0) return { kind: 'words', text: $localize`empty` };
  const listed = entries.filter(({ name }) => path === undefined || isListed(`${path}.${name}`));
  const isDeep = depth === 0 && listed.some(({ part }) => typeof part === 'object');
  if (isDeep) {
    const parts = path === undefined ? value : listedPartsOf(value, path);

    return { kind: 'text', text: displayText(JSON.stringify(parts)) };
  }
  // Where not all have room, those that differ do.
  const first = listed.length > mostParts ? listed.filter(({ differs }) => differs) : listed;
  const shown = [...new Set([...first, ...listed])].slice(0, mostParts);

  return {
    kind: 'object',
    entries: shown.map(({ name, part, compared, differs }) => {
      const partPath = path === undefined ? undefined : `${path}.${name}`;
      const as = { path: partPath, other: compared };

      return {
        ...{ name: partName(partPath, name), differs },
        value: shownAt(part, as, depth - 1),
      };
    }),
    more: entries.length - shown.length,
  };
}

/** What stands at the same place in the other value, which may be nothing. */
const partOf = (value: Json | undefined, name: string): { readonly value: Json | undefined } => ({
  value: isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined,
});

/** One line for a value; what has parts itself is shown as JSON. */
function partText(value: Json, as: ShownAs): string {
  if (value === null || value === '') return $localize`empty`;
  if (typeof value === 'object') return displayText(JSON.stringify(value));
  const called = as.path === undefined ? undefined : descriptionOf(as.path)?.values;

  return displayText(called?.get(String(value)) ?? kindWords(kindOf(value, as), value));
}
