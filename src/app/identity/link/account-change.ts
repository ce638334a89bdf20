import type { Account } from '../account';
import { subjectOf } from '../identity';
import { sameJson } from '../json';
import { withoutHistory } from '../settings/link-history';

/** Whether two readings of an account agree in everything that a link plan depends on. */
export const sameAccount = (one: Account, other: Account): boolean =>
  one.userId === other.userId &&
  one.hasAppMetadata === other.hasAppMetadata &&
  one.isBlocked === other.isBlocked &&
  one.isProvisioned === other.isProvisioned &&
  sameJson(one.identities.map(subjectOf), other.identities.map(subjectOf)) &&
  sameSettings(one, other);

const sameSettings = (one: Account, other: Account): boolean => {
  // What an account remembers changes with every link, and with nothing that a plan depends on.
  const [before, after] = [withoutHistory(one.settings), withoutHistory(other.settings)];

  return (
    before.size === after.size &&
    [...before].every(([key, value]) => sameJson(value, after.get(key)))
  );
};
