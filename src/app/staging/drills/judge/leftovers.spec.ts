import type { Json } from '../../../identity/json';
import { goodConfig } from '../../testing/good-context';
import { allDrills } from '../catalogue/all-drills';
import { isOfDrill } from '../catalogue/drill-settings';
import { leftoverNames, leftoverRemoval } from './leftovers';

const settingsOf = (settings: Readonly<Record<string, Json>>) => new Map(Object.entries(settings));
const removalFrom = (settings: Readonly<Record<string, Json>>) =>
  Object.fromEntries(leftoverRemoval(settingsOf(settings)));

describe('what drills leave', () => {
  it('is every setting that a drill gives an account', () => {
    const given = allDrills(goodConfig).flatMap(({ participants }) =>
      Object.values(participants).flatMap(({ settings }) => Object.keys(settings)),
    );

    expect(given.length).toBeGreaterThan(10);
    expect(given.filter((name) => !isOfDrill(name))).toEqual([]);
  });

  it('is removed, and nothing else is, whatever it is called', () => {
    const settings = { drill_theme: 'first', theme: 'dark', drill_press: 'Bosch', drill: 1 };

    expect(leftoverNames(settingsOf(settings))).toEqual(['drill_theme']);
    expect(removalFrom(settings)).toEqual({ drill_theme: null });
  });

  it('is removed from what a link has set aside, and the rest stays there', () => {
    const settings = {
      drill_language: 'fr',
      linked_archive: {
        'google-oauth2|115': { drill_language: 'en', theme: 'light' },
        'github|7': { drill_theme: 'first' },
        'auth0|9': {},
        other: 'kept',
      },
    };

    expect(leftoverNames(settingsOf(settings))).toEqual(['drill_language', 'drill_theme']);
    expect(removalFrom(settings)).toEqual({
      drill_language: null,
      linked_archive: {
        'google-oauth2|115': { theme: 'light' },
        'auth0|9': {},
        other: 'kept',
      },
    });
  });

  it('is removed from what is noted of a link, and the rest stays noted', () => {
    const brought = {
      'google-oauth2|115': { drill_theme: 'a', zoom: 'b' },
      'github|7': { drill_theme: 'c' },
    };
    const settings = {
      linked_archive: { brought, connections: { 'google-oauth2|115': 'google' } },
    };

    expect(leftoverNames(settingsOf(settings))).toEqual(['drill_theme']);
    expect(removalFrom(settings)).toEqual({
      linked_archive: {
        brought: { 'google-oauth2|115': { zoom: 'b' } },
        connections: { 'google-oauth2|115': 'google' },
      },
    });
    const only = {
      brought: { 'github|7': { drill_theme: 'c' } },
      connections: { 'github|7': 'github' },
    };
    expect(removalFrom({ linked_archive: only })).toEqual({ linked_archive: null });
  });

  it('takes the archive with it where a drill has made all of it', () => {
    expect(removalFrom({ linked_archive: { 'github|7': { drill_theme: 'first' } } })).toEqual({
      linked_archive: null,
    });
  });

  it.each([[{}], [{ theme: 'dark' }], [{ linked_archive: { 'github|7': { theme: 'dark' } } }]])(
    'is nothing in %j',
    (settings) => {
      expect(leftoverNames(settingsOf(settings))).toEqual([]);
      expect(removalFrom(settings)).toEqual({});
    },
  );
});
