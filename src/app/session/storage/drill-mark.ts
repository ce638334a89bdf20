import { tabStorage } from '../sealed/tab-storage';

/** The entry that says which drill a tab belongs to, whatever is loaded in it. */
export const drillMark = 'ligature.drill';

/** Reads which drill this tab was opened for; `undefined` in every other tab. */
export const drillOf = (): string | undefined => tabStorage.read(drillMark);
