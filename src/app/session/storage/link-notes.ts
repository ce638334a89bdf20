import { browserStorage } from '../sealed/tab-storage';

const entry = 'ligature.link';
const browserEntry = 'ligature.browser';

/** How far a link has come in this browser. */
export type LinkStep = 'prepared' | 'sent';

/**
 * What this browser notes of an unfinished link: which one, and how far it has come. The link itself is recorded
 * in the account; the note only tells whether it was ever sent from here.
 */
export const linkNotes = {
  write: (journalId: string, step: LinkStep): void =>
    browserStorage.write(entry, `${journalId} ${step}`),

  /** How far this link has come here; `undefined` where nothing is known of it. */
  stepOf(journalId: string): LinkStep | undefined {
    const [id, step] = (browserStorage.read(entry) ?? '').split(' ');

    return id === journalId && (step === 'prepared' || step === 'sent') ? step : undefined;
  },

  forget: (): void => browserStorage.remove(entry),

  /** A name for this browser, made up once; for this page alone where nothing can be kept. */
  browserId(): string {
    const known = browserStorage.read(browserEntry) ?? madeUp;
    browserStorage.write(browserEntry, known);

    return known;
  },
};

const madeUp = crypto.randomUUID();
