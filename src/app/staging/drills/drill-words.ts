import { asSentence } from '../../linking/notices/as-sentence';
import { failureWords, isFailureCode } from '../../linking/notices/failure-words';
import type { Evidence } from './judge/evidence';

/** What was found, before the sentence that says what was looked at. */
export const foundWordsOf = ({ found, isStep }: Evidence): string =>
  found === 'otherwise' && isStep ? $localize`Did not happen:` : foundWords[found];

/** What the failure means that was shown instead, beside its code; empty where it was no failure. */
export const insteadWordsOf = ({ instead = '' }: Evidence): string =>
  isFailureCode(instead) ? asSentence(failureWords(instead).title) : '';

const foundWords: Readonly<Record<Evidence['found'], string>> = {
  asExpected: $localize`Yes:`,
  otherwise: $localize`No:`,
  notSeen: $localize`Not seen:`,
};
