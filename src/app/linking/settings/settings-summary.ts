import { isJsonList, isJsonObject, type Json } from '../../identity/json';
import type { LinkPlan } from '../../identity/link/link-plan';
import { listWords } from '../../identity/text/list-words';
import { otherSettings, settingRows, type ShownRow } from './setting-rows';
import { shownValue } from './shown-value';

/** How many results are named in one sentence; the others are counted. */
const mostNamed = 3;
/** How much of a value is said in it, in letters. */
const longestValue = 24;

/** What becomes of the settings, in one sentence; where they are open, it leaves to them what they show. */
export function settingsSummary(plan: LinkPlan, { isOpen }: { readonly isOpen: boolean }): string {
  const rows = settingRows(plan);
  if (rows.length === 0) {
    return otherSettings(plan).length === 0
      ? $localize`There are no settings to bring together.`
      : $localize`No conflicts. All settings will be combined automatically.`;
  }
  if (isOpen) {
    return rows.length === 1
      ? $localize`1 setting differs. We save the value you don't choose.`
      : $localize`${rows.length}:count: settings differ. We save the values you don't choose.`;
  }
  const more = rows.length - mostNamed;
  const results = listWords([
    ...rows.slice(0, mostNamed).map(resultWords),
    ...(more > 0 ? [$localize`${more}:count: more`] : []),
  ]);

  return rows.length === 1
    ? $localize`1 setting differs. You'll have ${results}:results:. We save the other value.`
    : $localize`${rows.length}:count: settings differ. You'll have ${results}:results:. We save the other values.`;
}

/** Whether a person has to look at the settings and the accounts themselves, since a sentence cannot say it for them. */
export const mustBeLookedAt = (plan: LinkPlan): boolean =>
  settingRows(plan).some(({ first }) => first.hidden !== undefined) ||
  plan.blockers.some(({ kind }) => kind === 'direction' || kind === 'profileSize');

function resultWords({ key, name, both, result }: ShownRow): string {
  if (both?.isChosen === true) return $localize`both lists of ${name}:setting:`;
  const words = valueWords(result, key);

  return words === undefined ? name : $localize`${name}:setting: “${words}:value:”`;
}

/** The value where it can be said in a few words, a list by its first ones; what has parts goes by the name of the setting alone. */
function valueWords(value: Json | undefined, path: string): string | undefined {
  if (isJsonObject(value)) return undefined;
  if (isJsonList(value)) return listed(value, path);
  const shown = shownValue(value, { path });
  if (shown.kind === 'picture' || !('text' in shown)) return undefined;

  return shortened(shown.text);
}

/** The entries of a list, where each is a word or a number. */
function listed(list: readonly Json[], path: string): string | undefined {
  const words = list.map((entry) => (isJsonList(entry) ? undefined : valueWords(entry, path)));

  return words.length === 0 || words.includes(undefined) ? undefined : shortened(words.join(', '));
}

const shortened = (text: string): string =>
  text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
