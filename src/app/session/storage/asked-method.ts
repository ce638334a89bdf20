import { tabStorage } from '../sealed/tab-storage';

const entry = 'ligature.asked-method';

/**
 * Remembers by which connection the person of this tab has asked to sign in, where they did not take what the tenant's
 * own page offers: whoever confirms that it is them, or signs in again, is asked for the same then.
 */
export const askedMethod = {
  read: (): string | undefined => tabStorage.read(entry),

  note(connection: string | undefined): void {
    if (connection === undefined) tabStorage.remove(entry);
    else tabStorage.write(entry, connection);
  },
};
