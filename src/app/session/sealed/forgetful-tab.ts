import { tabStorage } from './tab-storage';

const entry = 'ligature.forgetful';

/**
 * Whether somebody has signed in in this tab whom a reload forgets, because the browser gives no key to seal with:
 * noted, so that the page that comes next can say what has become of them.
 */
export const forgetfulTab = {
  note: (): void => tabStorage.write(entry, 'yes'),
  forget: (): void => tabStorage.remove(entry),
  isNoted: (): boolean => tabStorage.read(entry) !== undefined,
};
