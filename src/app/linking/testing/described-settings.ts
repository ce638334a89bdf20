import type { SettingDescription } from '../../identity/settings/setting-description';
import { describeSettings } from '../settings/setting-vocabulary';

/** Says until the next test what settings are called. */
export function described(settings: Readonly<Record<string, Partial<SettingDescription>>>): void {
  describeSettings(
    new Map(
      Object.entries(settings).map(([key, description]) => [
        key,
        { values: new Map(), isHidden: false, ...description },
      ]),
    ),
  );
}

afterEach(() => describeSettings(new Map()));
