import type { Decision } from './settings-comparison';

/** What a setting holds, so that it can be shown as that. */
export const settingKinds = [
  'text',
  'boolean',
  'number',
  'date',
  'picture',
  'color',
  'language',
  'country',
] as const;

export type SettingKind = (typeof settingKinds)[number];

/** What an operator says about a setting, in the language of the page. */
export interface SettingDescription {
  readonly label?: string | undefined;
  /** What people call its values, by the value as a text. */
  readonly values: ReadonlyMap<string, string>;
  readonly kind?: SettingKind | undefined;
  /** Whether people have nothing to do with it: it is combined like the others, and not listed. */
  readonly isHidden: boolean;
  /** What is proposed where both accounts have a value of their own. */
  readonly preset?: Decision | undefined;
}

/** Descriptions by root key, or by the path of a part: `alerts.sms`. */
export type SettingDescriptions = ReadonlyMap<string, SettingDescription>;
