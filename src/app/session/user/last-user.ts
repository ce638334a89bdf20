import { browserStorage } from '../sealed/tab-storage';
import { subjectDigest } from './subject-digest';

const entry = 'ligature.last-person';

/** Remembers who has used this browser last, as a digest, until they sign out. */
export const lastUser = {
  /** Whether that was somebody else than this subject; `false` where nobody is remembered. */
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
