import type { Account } from '../account';
import type { Settings } from '../json';

/** An account with these settings and one method. */
export const accountWith = (
  userId: string,
  settings: Settings = new Map(),
  fields: Partial<Account> = {},
): Account => {
  const [provider = '', ...id] = userId.split('|');

  return {
    userId,
    profile: {},
    identities: [{ provider, userId: id.join('|'), connection: provider, profile: {} }],
    settings,
    hasAppMetadata: false,
    ...fields,
  };
};
