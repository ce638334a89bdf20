import { failureWords, isFailureCode } from '../../linking/notices/failure-words';
import type { DrillStatus } from './judge/drill-result';
import type { Evidence } from './judge/evidence';

/** How a drill stands, in a word or two. */
export const statusWords: Readonly<Record<DrillStatus, string>> = {
  notRun: $localize`not run`,
  waiting: $localize`waiting`,
  running: $localize`running`,
  stopped: $localize`stopped`,
  passed: $localize`passed`,
  failed: $localize`failed`,
  inconclusive: $localize`inconclusive`,
};

/** What was found, before the sentence that says what was looked at. */
export const foundWordsOf = ({ found, isStep }: Evidence): string =>
  found === 'otherwise' && isStep ? $localize`Did not happen:` : foundWords[found];

/** What the failure means that was shown instead, beside its code; empty where it was no failure. */
export const insteadWordsOf = ({ instead = '' }: Evidence): string =>
  isFailureCode(instead) ? failureWords(instead).title : '';

const foundWords: Readonly<Record<Evidence['found'], string>> = {
  asExpected: $localize`Yes:`,
  otherwise: $localize`No:`,
  notSeen: $localize`Not seen:`,
};
