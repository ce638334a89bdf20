import type { Fact } from '../../checks/rules/verdict';

/** Something that was looked at, and whether it was as it should be. */
export interface Evidence {
  readonly what: string;
  readonly found: 'asExpected' | 'otherwise' | 'notSeen';
  readonly facts: readonly Fact[];
  /** What was looked at is a step, told as what to do, and not a sentence about how things are. */
  readonly isStep?: true;
  /** What a page showed in the place of it, by its name. */
  readonly instead?: string;
}

const evidence =
  (found: Evidence['found']) =>
  (what: string, facts: readonly Fact[] = []): Evidence => ({ what, found, facts });

export const asExpected = evidence('asExpected');
export const otherwise = evidence('otherwise');
export const notSeen = evidence('notSeen');

/** A step that was to happen and did not, and what a page showed instead. */
export const didNotHappen = (step: string, instead: string): Evidence => ({
  ...otherwise($localize`${step}:step: Shown instead: ${instead}:state:.`, [
    { name: $localize`shown instead`, value: instead },
  ]),
  isStep: true,
  instead,
});

/** As expected or otherwise, whichever it is. */
export const judged = (isSo: boolean, what: string, facts: readonly Fact[] = []): Evidence =>
  isSo ? asExpected(what, facts) : otherwise(what, facts);
