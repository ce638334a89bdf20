import type { Fact } from '../../checks/rules/verdict';

/** Something that was looked at, and whether it was as it should be. */
export interface Evidence {
  readonly what: string;
  readonly found: 'asExpected' | 'otherwise' | 'notSeen';
  readonly facts: readonly Fact[];
}

const evidence =
  (found: Evidence['found']) =>
  (what: string, facts: readonly Fact[] = []): Evidence => ({ what, found, facts });

export const asExpected = evidence('asExpected');
export const otherwise = evidence('otherwise');
export const notSeen = evidence('notSeen');

/** As expected or otherwise, whichever it is. */
export const judged = (isSo: boolean, what: string, facts: readonly Fact[] = []): Evidence =>
  isSo ? asExpected(what, facts) : otherwise(what, facts);
