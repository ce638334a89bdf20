import { countOf, type JudgedCheck, type Standing, type StandingKind } from './rules/standing';

/** How a check stands, in a word or two; what it is blocked by is said beside it. */
const kindWords: Readonly<Record<StandingKind, string>> = {
  waiting: $localize`waiting`,
  running: $localize`running`,
  passed: $localize`passed`,
  warning: $localize`warning`,
  problem: $localize`problem`,
  notUsed: $localize`not used`,
  yourself: $localize`check yourself`,
  signIn: $localize`waits for a sign-in`,
  blocked: $localize`blocked`,
};

export const standingWords = (standing: Standing): string =>
  standing.kind === 'blocked'
    ? $localize`Blocked by: ${standing.by.title}:check:`
    : kindWords[standing.kind];

/** What a number of checks come to. What stands elsewhere already is left out. */
export function countWords(judged: readonly JudgedCheck[], without?: 'passed' | 'problem'): string {
  const count = (kind: StandingKind) => countOf(judged, kind);
  const words = [
    without !== 'passed' && count('passed') > 0 && $localize`${count('passed')}:count: passed`,
    without !== 'problem' && problemWords(count('problem')),
    warningWords(count('warning')),
    ...blockedWords(judged),
    count('signIn') > 0 && $localize`${count('signIn')}:count: waiting for a sign-in`,
    count('yourself') > 0 && $localize`${count('yourself')}:count: to check yourself`,
  ].filter((word) => word !== false && word !== '');

  return new Intl.ListFormat('en', { type: 'unit' }).format(words as readonly string[]);
}

export const problemWords = (count: number): string =>
  count === 0 ? '' : count === 1 ? $localize`1 problem` : $localize`${count}:count: problems`;

export const warningWords = (count: number): string =>
  count === 0 ? '' : count === 1 ? $localize`1 warning` : $localize`${count}:count: warnings`;

/** How many checks wait, for each check that they wait for. */
function blockedWords(judged: readonly JudgedCheck[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { standing } of judged) {
    if (standing.kind !== 'blocked') continue;
    counts.set(standing.by.title, (counts.get(standing.by.title) ?? 0) + 1);
  }

  return [...counts].map(([title, count]) => $localize`${count}:count: blocked by ${title}:check:`);
}
