import type { Account } from '../account';
import { withoutHistory } from '../settings/link-history';
import { journalKey } from '../settings/reserved-settings';
import {
  brokenLimit,
  isDeeperThan,
  mostBytes,
  mostReadableLevels,
  type SettingsLimit,
} from '../settings/settings-limits';
import type { SettingsMerge } from '../settings/settings-merge';
import { sizeOfOpening } from './journal-opening';
import type { Direction, DirectionAdvice, Forbidden } from './link-direction';

/** Why a link cannot be done as it is planned. */
export type Blocker =
  | { readonly kind: 'direction'; readonly why: Forbidden }
  | { readonly kind: 'unfinished'; readonly whose: 'kept' | 'absorbed' }
  | {
      readonly kind: 'limit';
      readonly limit: SettingsLimit;
      readonly whose: 'kept' | 'absorbed';
    }
  | { readonly kind: 'profileSize'; readonly bytes: number; readonly limit: number };

/** Lists why a link cannot be carried out; empty when it can. */
export function blockersOf({
  kept,
  absorbed,
  direction,
  advice,
  merge,
}: {
  readonly kept: Account;
  readonly absorbed: Account;
  readonly direction: Direction;
  readonly advice: DirectionAdvice;
  readonly merge: SettingsMerge;
}): readonly Blocker[] {
  const why = advice.forbidden.get(direction);

  return [
    ...(why === undefined ? [] : [{ kind: 'direction', why } as const]),
    ...unfinished(kept, 'kept'),
    ...unfinished(absorbed, 'absorbed'),
    ...tooLarge(kept, absorbed, merge),
  ];
}

/**
 * Lists whose settings are beyond what can be compared; to be asked before anything is done with them. Of the kept
 * account only the depth matters: whatever else it has is there already.
 */
export function limitBlockers(kept: Account, absorbed: Account): readonly Blocker[] {
  const isUnreadable = isDeeperThan(mostReadableLevels, withoutHistory(kept.settings));
  const broken = brokenLimit(withoutHistory(absorbed.settings));

  return [
    ...(isUnreadable ? [{ kind: 'limit', limit: 'depth', whose: 'kept' } as const] : []),
    ...(broken === undefined ? [] : [{ kind: 'limit', limit: broken, whose: 'absorbed' } as const]),
  ];
}

/** Whether there is a journal; one that cannot be read counts, too, as a newer version may have written it. */
function unfinished({ settings }: Account, whose: 'kept' | 'absorbed'): readonly Blocker[] {
  return settings.has(journalKey) ? [{ kind: 'unfinished', whose }] : [];
}

function tooLarge(
  { settings }: Account,
  { userId }: Account,
  { changes }: SettingsMerge,
): readonly Blocker[] {
  if (changes.size === 0) return [];
  const bytes = sizeOfOpening(settings, changes, userId);

  return bytes > mostBytes ? [{ kind: 'profileSize', bytes, limit: mostBytes }] : [];
}
