import { tabStorage } from '../sealed/tab-storage';

const entry = 'ligature.sign-in-target';

/**
 * Where a sign-in leads that somebody has asked for. It is kept until it is used, so that a sign-in that is
 * lost on its way can begin again by itself, and only once.
 */
export const signInTarget = {
  begins: (target: string): void => tabStorage.write(entry, target),

  take(): string | undefined {
    const target = tabStorage.read(entry);
    tabStorage.remove(entry);

    return target;
  },
};
