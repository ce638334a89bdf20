import { archiveKey } from '../../identity/settings/reserved-settings';
import { displayText } from '../../identity/text/display-text';

/** What to call a setting on the screen. */
export const settingName = (key: string): string =>
  key === archiveKey ? $localize`its own saved settings` : displayText(key);

/** Several settings in one sentence. */
export const settingNames = (keys: Iterable<string>): string =>
  [...keys].map(settingName).join(', ');
