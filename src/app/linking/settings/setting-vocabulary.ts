import { isJsonObject, objectOf, type Json } from '../../identity/json';
import type {
  SettingDescription,
  SettingDescriptions,
} from '../../identity/settings/setting-description';
import type { SettingRow } from '../../identity/settings/settings-comparison';

let descriptions: SettingDescriptions = new Map();

/** Says what the site calls its settings. Like the texts of a language it is said once, before anything is shown. */
export function describeSettings(described: SettingDescriptions): void {
  descriptions = described;
}

/** What the site says about a setting, or about a part of one: `alerts.sms`. */
export const descriptionOf = (path: string): SettingDescription | undefined =>
  descriptions.get(path);

/** Whether a setting is listed; what is not is counted where the others are named. */
export const isListed = (key: string): boolean => descriptionOf(key)?.isHidden !== true;

/** A value without its parts that are not listed. */
export function listedPartsOf(value: Json, path: string): Json {
  if (!isJsonObject(value)) return value;

  return objectOf(
    Object.entries(value)
      .map(([name, part]) => ({ name, part, path: `${path}.${name}` }))
      .filter((each) => isListed(each.path))
      .map((each) => [each.name, listedPartsOf(each.part, each.path)]),
  );
}

/**
 * Whether a setting of two accounts is in sight: what is hidden is, too, where the accounts differ in it and the site
 * has not said which value is proposed, so that nobody loses one without a word.
 */
export function isInSight({ key, standing, choices }: SettingRow): boolean {
  if (isListed(key)) return true;
  const preset = descriptionOf(key)?.preset;

  return standing === 'conflict' && (preset === undefined || !choices.includes(preset));
}
