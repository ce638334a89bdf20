import type { FailureCode } from '../../../identity/failure';
import type { JsonObject } from '../../../identity/json';
import type { Step, Who } from './drill';

/** The page comes to a state, by the name that `data-phase` has. */
export const sees = (phase: string): Step => ({ kind: 'see', shows: { kind: 'phase', phase } });

/** The page says one of these failures, by the name that `data-failure` has. */
export const seesFailure = (...codes: readonly FailureCode[]): Step => ({
  kind: 'see',
  shows: { kind: 'failure', codes },
});

/** The check of accounts that must be as they were. */
export const areUnchanged: Step = { kind: 'check', accounts: { kind: 'unchanged' } };

/** The check of two accounts that have become one, with these settings if any were chosen. */
export const areLinked = (kept: Who = 'first', settings: JsonObject = {}): Step => ({
  kind: 'check',
  accounts: { kind: 'linked', kept, joined: kept === 'first' ? 'second' : 'first', settings },
});

/** How the first person comes to the wizard. */
export const toTheWizard: readonly Step[] = [
  { kind: 'signIn', who: 'first' },
  { kind: 'openWizard' },
];

const proven: readonly Step[] = [{ kind: 'prove', who: 'second' }, sees('reviewing')];

/** The steps of a link that goes well, up to its review. */
export const upToReview: readonly Step[] = [...toTheWizard, ...proven];

/** From the review to two accounts that are one. */
export const linked = (kept: Who = 'first'): readonly Step[] => [
  { kind: 'keep', who: kept },
  { kind: 'agree' },
  sees('done'),
  areLinked(kept),
];

/** From a wizard at which nothing has been done, or all is forgotten, to two accounts that are one. */
export const linkedFromTheStart: readonly Step[] = [sees('idle'), ...proven, ...linked()];
