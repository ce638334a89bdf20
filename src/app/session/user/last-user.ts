import { browserStorage } from '../sealed/tab-storage';
import { subjectDigest } from './subject-digest';

const entry = 'ligature.last-person';

/** Whom this browser was last used by, as a digest; until they sign out. */
export const lastUser = {
  /** Whether somebody else was; nobody counts as nobody else. */
  async isSomebodyElseThan(subject: string): Promise<boolean> {
    const last = browserStorage.read(entry);

    return last !== undefined && last !== (await subjectDigest(subject));
  },

  async remember(subject: string): Promise<void> {
    const digest = await subjectDigest(subject);
    if (digest !== undefined) browserStorage.write(entry, digest);
  },

  forget: (): void => browserStorage.remove(entry),
};
