import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { languageCodes } from '../../locales/languages';
import { configIn } from './config-in-language';
import type { WrittenConfig } from './ligature-config';
import type { LocalizedText } from './localized-text';
import { parseConfig } from './parse-config';

function shipped(): WrittenConfig {
  const result = parseConfig(readFileSync(join('public', 'config.json'), 'utf8'));
  if (!result.ok) throw new Error('the configuration that is shipped is wrong');

  return result.config;
}

function labelIn(label: LocalizedText, locale: string): string | undefined {
  const written = shipped();
  const connections = written.connections.slice(0, 1).map((each) => ({ ...each, label }));

  return configIn({ ...written, connections }, locale).connections[0]?.label;
}

describe('configIn', () => {
  it.each([
    ['Google', 'de', 'Google'],
    [{ en: 'Phone number', de: 'Telefonnummer' }, 'de', 'Telefonnummer'],
    [{ en: 'Phone number', de: 'Telefonnummer' }, 'fr', 'Phone number'],
    [{ de: 'Telefonnummer', fr: 'Numéro de téléphone' }, 'ar', 'Telefonnummer'],
    [{ en: 'Phone number', de: 'Telefonnummer' }, 'en-XA', 'Phone number'],
  ])('calls a connection %j in %s: %s', (label, locale, words) => {
    expect(labelIn(label, locale)).toBe(words);
  });

  it('leaves everything else as it is written', () => {
    const written = shipped();
    const { connections, ...others } = configIn(written, 'de');

    expect({ ...written, ...others }).toEqual(written);
    expect(connections.map(({ name, strategy, transport }) => [name, strategy, transport])).toEqual(
      written.connections.map(({ name, strategy, transport }) => [name, strategy, transport]),
    );
  });

  it('gives what is shipped a name in every language, where it is no brand', () => {
    const labelled = (name: string) =>
      languageCodes.map(
        (code) =>
          configIn(shipped(), code).connections.find((connection) => connection.name === name)
            ?.label,
      );

    for (const name of ['sms', 'email', 'Username-Password-Authentication']) {
      expect(new Set(labelled(name)).size).toBe(languageCodes.length);
    }
    expect(new Set(labelled('github'))).toEqual(new Set(['GitHub']));
  });
});
