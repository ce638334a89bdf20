import { assertNoPoisoning } from '@fast-check/poisoning';
import fc from 'fast-check';

import { isJsonList, isJsonObject, sameJson, type Json, type Settings } from '../json';
import { fuzzed } from '../testing/fuzz';
import { anyName, anyRoots, anySettings, patched } from '../testing/settings';
import { archiveKey, cleaned, isForbiddenName, isReservedKey } from './reserved-settings';
import { archiveOf, archivedFor } from './settings-archive';
import { compareSettings, type Decision, type SettingsComparison } from './settings-comparison';
import { mergeSettings, valueAfter, type Decisions } from './settings-merge';

const [kept, absorbed] = ['auth0|ada', 'google-oauth2|115'];
const reserved = ['roles'];
const anyDecisions: fc.Arbitrary<Decisions> = fc
  .array(fc.tuple(anyName, fc.constantFrom<Decision>('mine', 'theirs', 'both')), { maxLength: 6 })
  .map((entries) => new Map(entries));

function merged(mine: Settings, theirs: Settings, decisions: Decisions = new Map()) {
  const comparison = compareSettings(mine, theirs, reserved);
  const merge = mergeSettings(comparison, decisions, { mine, subjects: { kept, absorbed } });

  return { comparison, merge, after: afterWriting(mine, merge.changes) };
}

/** Nothing is never written: the tenant would take it for a wish to delete everything. */
const afterWriting = (mine: Settings, changes: Settings): Settings =>
  changes.size > 0 ? patched(mine, changes) : mine;

/** Settings without a name that may not cross. */
const tidy = (settings: Settings): Settings =>
  new Map([...settings].filter(([key, value]) => ![key, ...namesIn(value)].some(isForbiddenName)));

const same = (one: Settings, other: Settings): boolean =>
  one.size === other.size && [...one].every(([key, value]) => sameJson(value, other.get(key)));

function namesIn(value: Json): readonly string[] {
  if (isJsonList(value)) return value.flatMap(namesIn);

  return isJsonObject(value)
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
    : [];
}

const isNamed = ({ leftOut }: SettingsComparison, key: string): boolean =>
  leftOut.some(({ path }) => path === key);

/** Whether a value is there, by itself or among the items of a list that was joined with it. */
const holds = (value: Json | undefined, wanted: Json): boolean =>
  sameJson(value, wanted) ||
  (isJsonList(value) &&
    isJsonList(wanted) &&
    wanted.every((item) => value.some((own) => sameJson(own, item))));

describe('mergeSettings, for any settings', () => {
  it('SEC-42: lets no dangerous name in, and touches no prototype', () => {
    fc.assert(
      fc.property(anyRoots, anyRoots, anyDecisions, (mine, theirs, decisions) => {
        const own = new Set([...mine.keys(), ...[...mine.values()].flatMap(namesIn)]);
        const { merge } = merged(mine, theirs, decisions);
        const written = [...merge.changes].flatMap(([key, value]) => [key, ...namesIn(value)]);

        expect(written.filter((name) => isForbiddenName(name) && !own.has(name))).toEqual([]);
        expect(Object.getOwnPropertyNames({}.constructor.prototype)).toHaveLength(prototypeNames);
      }),
      fuzzed(300),
    );
    // With --coverage the counters are a global; the DOM here has a second name for all globals.
    assertNoPoisoning({ ignoredRootRegex: /^(?:__coverage__|_globalObject)$/ });
  });

  it('SEC-42: names every setting that has a dangerous name anywhere in it', () => {
    fc.assert(
      fc.property(anyRoots, anyRoots, (mine, theirs) => {
        const { comparison } = merged(mine, theirs);
        const dangerous = [...theirs].filter(([key, value]) =>
          [key, ...namesIn(value)].some(isForbiddenName),
        );

        for (const [key] of dangerous) {
          expect(comparison.leftOut.some(({ path }) => path.startsWith(key))).toBe(true);
        }
      }),
      fuzzed(300),
    );
  });

  it('SEC-44: changes nothing when the absorbed account has no settings, or the same', () => {
    fc.assert(
      fc.property(anySettings, anyDecisions, (mine, decisions) => {
        expect(merged(mine, new Map(), decisions).merge.changes.size).toBe(0);
        expect(merged(mine, tidy(mine), decisions).merge.changes.size).toBe(0);
      }),
      fuzzed(300),
    );
  });

  it('SEC-44: takes all that may cross when the kept account has no settings', () => {
    fc.assert(
      fc.property(anySettings, (theirs) => {
        const crossing = [...theirs]
          .filter(([key]) => !isForbiddenName(key))
          .map(([key, value]) => [key, cleaned(value, key).value] as const);

        expect(same(merged(new Map(), theirs).after, new Map(crossing))).toBe(true);
      }),
      fuzzed(300),
    );
  });

  it('SEC-44: is idempotent: what has been merged once gives nothing more to merge', () => {
    fc.assert(
      fc.property(anyRoots, anyRoots, anyDecisions, (mine, theirs, decisions) => {
        const once = merged(mine, theirs, decisions).after;

        expect(same(merged(once, theirs, decisions).after, once)).toBe(true);
      }),
      fuzzed(300),
    );
  });

  it('SEC-44: leaves alone what only the kept account has', () => {
    fc.assert(
      fc.property(anyRoots, anyRoots, anyDecisions, (mine, theirs, decisions) => {
        const { after } = merged(mine, theirs, decisions);
        const untouched = [...mine].filter(([key]) => !theirs.has(key) && key !== archiveKey);

        for (const [key, value] of untouched) expect(after.get(key)).toBe(value);
      }),
      fuzzed(300),
    );
  });

  it('SEC-44, I1: keeps every value of both in the settings or the archive, or names it as left out', () => {
    fc.assert(
      fc.property(anyRoots, anyRoots, anyDecisions, (mine, theirs, decisions) => {
        const { comparison, after } = merged(mine, theirs, decisions);

        for (const [key, raw] of theirs) {
          const { value } = cleaned(raw, key);
          const isThere = !isReservedKey(key, reserved) && holds(after.get(key), value);
          const isSetAside = sameJson(archivedFor(after, absorbed).get(key), value);
          expect(isThere || isSetAside || isNamed(comparison, key)).toBe(true);
        }
        for (const [key, value] of mine) {
          if (key === archiveKey) continue;
          const isSetAside = sameJson(archivedFor(after, kept).get(key), value);
          expect(isSetAside || holds(after.get(key), value)).toBe(true);
        }
      }),
      fuzzed(300),
    );
  });

  it('SEC-44: is the mirror of itself when the accounts change places', () => {
    const mirror = { mine: 'theirs', theirs: 'mine', both: 'both' } as const;

    fc.assert(
      fc.property(anySettings, anySettings, anyDecisions, (one, other, decisions) => {
        const [mine, theirs] = [tidy(one), tidy(other)];
        const turned = new Map([...decisions].map(([key, decision]) => [key, mirror[decision]]));
        const here = merged(mine, theirs, decisions);
        const there = merged(theirs, mine, turned);

        for (const row of here.comparison.rows) {
          // What nobody has decided stays as the kept account has it, on either side.
          if (row.standing === 'conflict' && !decisions.has(row.key)) continue;
          // Lists that were joined hold the same items, those of the kept account first.
          const [value, opposite] = [here.after.get(row.key), there.after.get(row.key)];
          const isUndecidable = !row.choices.includes(decisions.get(row.key) ?? 'mine');
          expect(
            (row.standing === 'conflict' && isUndecidable) ||
              (holds(value, opposite ?? null) && holds(opposite, value ?? null)),
          ).toBe(true);
        }
      }),
      fuzzed(300),
    );
  });

  it('SEC-45: writes only root keys that change, each whole, and gives what the preview shows', () => {
    fc.assert(
      fc.property(anyRoots, anyRoots, anyDecisions, (mine, theirs, decisions) => {
        const { comparison, merge, after } = merged(mine, theirs, decisions);

        for (const [key, value] of merge.changes) {
          expect(sameJson(value, mine.get(key))).toBe(false);
          expect(value !== null || key === archiveKey).toBe(true);
        }
        for (const row of comparison.rows) {
          expect(sameJson(after.get(row.key), valueAfter(row, decisions))).toBe(true);
        }
        const shown = new Set(comparison.rows.map(({ key }) => key));
        expect([...after.keys()].filter((key) => !shown.has(key) && key !== archiveKey)).toEqual(
          [],
        );
      }),
      fuzzed(300),
    );
  });

  it('I8: keeps what others have in the archive’s place', () => {
    fc.assert(
      fc.property(anyRoots, anyRoots, anyDecisions, (mine, theirs, decisions) => {
        const before = mine.get(archiveKey);
        const after = merged(mine, theirs, decisions).after.get(archiveKey);

        if (!isJsonObject(before)) return;
        const foreign = Object.entries(before).filter(
          ([subject]) => !archiveOf(before).has(subject),
        );
        for (const [name, value] of foreign) {
          expect(isJsonObject(after) && sameJson(after[name], value)).toBe(true);
        }
      }),
      fuzzed(300),
    );
  });
});

const prototypeNames = Object.getOwnPropertyNames(Object.prototype).length;
