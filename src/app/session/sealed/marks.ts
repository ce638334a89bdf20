import { browserStorage, tabStorage } from './tab-storage';

/** Keeps one mark, which is there or is not. */
const markIn = (storage: typeof tabStorage, entry: string) => ({
  note: (): void => storage.write(entry, 'yes'),
  forget: (): void => storage.remove(entry),
  isNoted: (): boolean => storage.read(entry) !== undefined,
});

/**
 * Marks a tab in which somebody has signed in whom a reload forgets, because the browser gives no key to seal with. So
 * the page that comes next can say what has become of them.
 */
export const forgetfulTab = markIn(tabStorage, 'ligature.forgetful');

/**
 * Marks a browser in which somebody has signed out whom the tenant still knows, because it could not be told. It holds
 * for the whole browser, since it is the next person in it who has to know.
 */
export const unfinishedSignOut = markIn(browserStorage, 'ligature.unfinished-sign-out');
