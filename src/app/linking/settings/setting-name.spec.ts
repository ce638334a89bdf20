import { pathNames, settingName, settingNames } from './setting-name';
import { described } from '../testing/described-settings';

describe('settingName', () => {
  it('is what the site says, or else the key, made readable', () => {
    described({ tz: { label: 'Time zone' } });

    expect(settingName('tz')).toBe('Time zone');
    expect(settingName('emailFrequency')).toBe('Email frequency');
  });

  it('lets no name reorder what stands beside it', () => {
    described({ tz: { label: '\u202ETime zone' } });

    expect(settingName('tz')).toBe('Time zone');
    expect(settingName('a\u202Eb')).toBe('Ab');
  });
});

describe('settingNames', () => {
  it('joins names, and counts what is not listed', () => {
    described({ flags: { isHidden: true }, cohort: { isHidden: true } });

    expect(settingNames(['theme', 'language'])).toBe('Theme and Language');
    expect(settingNames(['theme', 'flags'])).toBe('Theme and 1 other setting');
    expect(settingNames(['cohort', 'flags'])).toBe('2 other settings');
    expect(settingNames([])).toBe('');
  });
});

describe('pathNames', () => {
  it('names parts by their paths, and counts the settings that are not listed', () => {
    described({ flags: { isHidden: true }, 'alerts.beta': { isHidden: true } });

    expect(pathNames(['a.b', 'alerts.$x'])).toBe('a.b and alerts.$x');
    expect(pathNames(['a.b', 'flags.$x', 'flags[0].$y'])).toBe('a.b and 1 other setting');
    expect(pathNames(['alerts.beta'])).toBe('1 other setting');
  });
});
