import type {
  SettingDescription,
  SettingDescriptions,
} from '../identity/settings/setting-description';
import type { LigatureConfig } from './ligature-config';
import { textIn } from './localized-text';

/** Gives what the configuration says about settings, in the language of the page. */
export const describedSettings = (
  { settings = new Map(), policy }: Pick<LigatureConfig, 'settings' | 'policy'>,
  locale: string,
): SettingDescriptions =>
  new Map(
    [...settings].map(
      ([key, { label, values = {}, kind, hidden }]): [string, SettingDescription] => [
        key,
        {
          label: label === undefined ? undefined : textIn(label, locale),
          values: new Map(
            Object.entries(values).map(([value, text]) => [value, textIn(text, locale)] as const),
          ),
          kind,
          isHidden: hidden,
          preset: policy.metadataPresets.get(key),
        },
      ],
    ),
  );
