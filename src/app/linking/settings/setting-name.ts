import { archiveKey } from '../../identity/settings/reserved-settings';
import { displayText } from '../../identity/text/display-text';
import { listWords } from '../../identity/text/list-words';
import { readableName } from '../../identity/text/readable-name';
import { descriptionOf, isListed } from './setting-vocabulary';

/** What to call a setting on the screen: as the site calls it, or by its key, made readable. */
export const settingName = (key: string): string =>
  key === archiveKey ? $localize`its own saved settings` : partName(key, key);

/** What to call a part of a setting, by its own name where nothing is said about its path. */
export const partName = (path: string | undefined, name: string): string =>
  displayText((path === undefined ? undefined : descriptionOf(path)?.label) ?? readableName(name));

/** Several settings in one sentence; those that are not listed are counted. */
export function settingNames(keys: Iterable<string>): string {
  const all = [...keys];
  const names = [...all.filter(isListed).map(settingName), unlistedNames(all)];

  return listWords(names.filter((name) => name !== ''));
}

/** Parts of settings by their paths, as they stand there; those of settings that are not listed are counted. */
export function pathNames(paths: readonly string[]): string {
  const isShown = (path: string): boolean => isListed(path) && isListed(rootOf(path));
  const hidden = new Set(paths.filter((path) => !isShown(path)).map(rootOf)).size;
  const names = paths.filter(isShown).map(displayText);

  return listWords([...names, ...(hidden > 0 ? [unlistedWords(hidden)] : [])]);
}

const rootOf = (path: string): string => path.split(/[.[]/)[0] ?? path;

/** How many of these settings are not listed, in words; empty where all of them are. */
export function unlistedNames(keys: Iterable<string>): string {
  const count = [...keys].filter((key) => !isListed(key)).length;

  return count > 0 ? unlistedWords(count) : '';
}

const unlistedWords = (count: number): string =>
  count === 1 ? $localize`1 other setting` : $localize`${count}:count: other settings`;
