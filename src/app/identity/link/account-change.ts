import type { Account } from '../account';
import { subjectOf } from '../identity';
import { sameJson } from '../json';

/** Whether two readings of an account agree in everything that a link plan depends on. */
export const sameAccount = (one: Account, other: Account): boolean =>
  one.userId === other.userId &&
  one.hasAppMetadata === other.hasAppMetadata &&
  one.isBlocked === other.isBlocked &&
  one.isProvisioned === other.isProvisioned &&
  sameJson(one.identities.map(subjectOf), other.identities.map(subjectOf)) &&
  sameSettings(one, other);

const sameSettings = ({ settings: one }: Account, { settings: other }: Account): boolean =>
  one.size === other.size && [...one].every(([key, value]) => sameJson(value, other.get(key)));
