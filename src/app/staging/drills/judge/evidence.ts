import type { Fact } from '../../checks/rules/verdict';

/** Something that was looked at, and whether it was as it should be. */
export interface Evidence {
  readonly what: string;
  readonly found: 'asExpected' | 'otherwise' | 'notSeen';
  readonly facts: readonly Fact[];
}

export const asExpected = (what: string, facts: readonly Fact[] = []): Evidence => ({
  what,
  found: 'asExpected',
  facts,
});

export const otherwise = (what: string, facts: readonly Fact[] = []): Evidence => ({
  what,
  found: 'otherwise',
  facts,
});

export const notSeen = (what: string, facts: readonly Fact[] = []): Evidence => ({
  what,
  found: 'notSeen',
  facts,
});

/** As expected or otherwise, whichever it is. */
export const judged = (isSo: boolean, what: string, facts: readonly Fact[] = []): Evidence =>
  isSo ? asExpected(what, facts) : otherwise(what, facts);
