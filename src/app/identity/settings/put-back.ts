import { sameJson, type Settings } from '../json';
import { archiveKey, isForbiddenName, isReservedKey } from './reserved-settings';
import { archiveReturned, returnableTo } from './brought-values';
import { archivedFor, archiveWith, archiveWithout, connectionsOf } from './settings-archive';

/** What becomes of settings that go back into the account that they come from. */
export interface PutBack {
  /** What that account does not have, and gets. */
  readonly changes: Settings;
  /** What it has already. */
  readonly back: readonly string[];
  /** What stays set aside: the account has another value for it by now, or the key is reserved. */
  readonly stays: readonly string[];
}

/** Plans what goes back into an account that has the settings `now`; none of them is written over. */
export function planPutBack(
  aside: Settings,
  now: Settings,
  reserved: readonly string[] = [],
): PutBack {
  const mayCross = (key: string): boolean => !isForbiddenName(key) && !isReservedKey(key, reserved);
  const missing = [...aside].filter(([key]) => !now.has(key) && mayCross(key));
  const back = [...aside].filter(([key, value]) => sameJson(now.get(key), value));
  const settled = new Set([...missing, ...back].map(([key]) => key));

  return {
    changes: new Map(missing),
    back: back.map(([key]) => key),
    stays: [...aside.keys()].filter((key) => !settled.has(key)),
  };
}

/** Plans the write that removes, of what is kept for an account, what it has itself; empty if there is nothing. */
export function clearingOf(holding: Settings, subject: string, owned: Settings): Settings {
  const before = holding.get(archiveKey);
  const { values } = returnableTo(holding, subject);
  const aside = archivedFor(holding, subject);
  const rest = new Map([...aside].filter(([key, value]) => !sameJson(owned.get(key), value)));
  const noted = archiveReturned(before, subject, { values, owned });
  const archive =
    rest.size === aside.size
      ? noted
      : archiveWith(
          archiveWithout(noted, subject),
          new Map([[subject, rest]]),
          connectionsOf(before),
        );

  return sameJson(archive ?? null, before ?? null)
    ? new Map()
    : new Map([[archiveKey, archive ?? null]]);
}
