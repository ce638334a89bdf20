import type { Policy, SettingConfig } from './ligature-config';
import { describedSettings } from './described-settings';

const policy = { metadataPresets: new Map([['theme', 'mine']]) } as unknown as Policy;

const setUp = (theme: Partial<SettingConfig>, locale: string) =>
  describedSettings(
    { policy, settings: new Map([['theme', { hidden: false, ...theme }]]) },
    locale,
  ).get('theme');

describe('describedSettings', () => {
  it.each([
    ['Look', 'de', 'Look'],
    [{ en: 'Theme', de: 'Farbschema' }, 'de', 'Farbschema'],
    [{ en: 'Theme', de: 'Farbschema' }, 'fr', 'Theme'],
    [{ de: 'Farbschema' }, 'fr', 'Farbschema'],
    [{ en: 'Theme', de: 'Farbschema' }, 'en-XA', 'Theme'],
  ])('calls a setting %j in %s: %s', (label, locale, words) => {
    expect(setUp({ label }, locale)?.label).toBe(words);
  });

  it('calls values by the language of the page, too, and knows what the policy proposes', () => {
    const values = { dark: { en: 'Dark', de: 'Dunkel' }, light: 'Hell' };

    expect(setUp({ values, kind: 'text', hidden: true }, 'de')).toEqual({
      label: undefined,
      values: new Map([
        ['dark', 'Dunkel'],
        ['light', 'Hell'],
      ]),
      kind: 'text',
      isHidden: true,
      preset: 'mine',
    });
  });

  it('is empty where the configuration says nothing', () => {
    expect(describedSettings({ policy }, 'en')).toEqual(new Map());
  });
});
