import { guardedStorage } from '../sealed/tab-storage';

const entry = 'ligature.unfinished-sign-out';
const storage = guardedStorage(() => localStorage);

/**
 * Whether somebody has signed out here whom the tenant still knows, because it could not be told: noted for the whole
 * browser, since it is the next person in it who has to know.
 */
export const unfinishedSignOut = {
  note: (): void => storage.write(entry, 'yes'),
  forget: (): void => storage.remove(entry),
  isNoted: (): boolean => storage.read(entry) !== undefined,
};
