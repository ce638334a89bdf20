import { tabStorage } from '../sealed/tab-storage';

/** Says which drill a tab belongs to, across everything that is loaded in it. */
export const drillMark = 'ligature.drill';

/** The drill that this tab was opened for; `undefined` in every other tab. */
export const drillOf = (): string | undefined => tabStorage.read(drillMark);
