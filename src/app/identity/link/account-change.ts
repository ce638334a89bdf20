import type { Account } from '../account';
import { subjectOf } from '../identity';
import { sameJson, type Settings } from '../json';
import { withoutHistory } from '../settings/link-history';
import { withoutTasks } from '../settings/portal-task';

/** Whether two readings of an account agree in everything that a link plan depends on. */
export const sameAccount = (one: Account, other: Account): boolean =>
  one.userId === other.userId &&
  one.hasAppMetadata === other.hasAppMetadata &&
  one.isBlocked === other.isBlocked &&
  one.isProvisioned === other.isProvisioned &&
  sameJson(one.identities.map(subjectOf), other.identities.map(subjectOf)) &&
  sameSettings(one, other);

const sameSettings = (one: Account, other: Account): boolean => {
  const [before, after] = [withoutNotes(one.settings), withoutNotes(other.settings)];

  return (
    before.size === after.size &&
    [...before].every(([key, value]) => sameJson(value, after.get(key)))
  );
};

/** What an account notes of links that are over changes with nothing that a plan depends on. */
const withoutNotes = (settings: Settings): Settings => withoutTasks(withoutHistory(settings));
