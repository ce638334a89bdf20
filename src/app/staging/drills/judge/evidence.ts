import type { Fact } from '../../checks/rules/verdict';

/** Something that was looked at, and whether it was as it should be. */
export interface Evidence {
  readonly what: string;
  readonly found: 'asExpected' | 'otherwise' | 'notSeen';
  readonly facts: readonly Fact[];
  /** What was looked at is a step, told as what to do, and not a sentence about how things are. */
  readonly isStep?: true;
}

const evidence =
  (found: Evidence['found']) =>
  (what: string, facts: readonly Fact[] = []): Evidence => ({ what, found, facts });

export const asExpected = evidence('asExpected');
export const otherwise = evidence('otherwise');
export const notSeen = evidence('notSeen');

/** A step that was to happen and did not. */
export const didNotHappen = (what: string, facts: readonly Fact[]): Evidence => ({
  ...otherwise(what, facts),
  isStep: true,
});

/** As expected or otherwise, whichever it is. */
export const judged = (isSo: boolean, what: string, facts: readonly Fact[] = []): Evidence =>
  isSo ? asExpected(what, facts) : otherwise(what, facts);
