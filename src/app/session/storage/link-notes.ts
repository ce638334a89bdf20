import { browserStorage } from '../sealed/tab-storage';

const entry = 'ligature.link';
const browserEntry = 'ligature.browser';

/** How far a link has come in this browser. */
export type LinkStep = 'prepared' | 'sent';

/**
 * Notes in this browser how far an unfinished link has come, which tells after a reload whether it was ever sent from
 * here. The link itself is recorded in the account.
 */
export const linkNotes = {
  write: (journalId: string, step: LinkStep): void =>
    browserStorage.write(entry, `${journalId} ${step}`),

  /** Tells how far the link of this journal has come here; `undefined` where nothing is noted of it. */
  stepOf(journalId: string): LinkStep | undefined {
    const [id, step] = (browserStorage.read(entry) ?? '').split(' ');

    return id === journalId && (step === 'prepared' || step === 'sent') ? step : undefined;
  },

  forget: (): void => browserStorage.remove(entry),

  /** Gives a name for this browser, made up once; for this page alone where nothing can be kept. */
  browserId(): string {
    const known = browserStorage.read(browserEntry) ?? madeUp;
    browserStorage.write(browserEntry, known);

    return known;
  },
};

const madeUp = crypto.randomUUID();
