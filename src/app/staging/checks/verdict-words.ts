import { titleOf } from './rules/check-result';
import {
  countOf,
  type JudgedCheck,
  type NotRunYet,
  type Standing,
  type StandingKind,
} from './rules/standing';

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
    ? $localize`Blocked by: ${titleOf(standing.by)}:check:`
    : kindWords[standing.kind];

/** English puts no “and” between them. */
const listed = new Intl.ListFormat($localize.locale ?? 'en', { style: 'narrow' });

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

  return listed.format(words as readonly string[]);
}

/** How many checks have not run yet. */
export const notRunWords = ({ signIn, blocked }: NotRunYet): string => {
  const count = signIn + blocked;

  return count === 1
    ? $localize`1 check has not run yet`
    : $localize`${count}:count: checks have not run yet`;
};

/** What to do so that these run: `stopper` is what has to be fixed before anybody can sign in. */
export function nextWords({ signIn, blocked }: NotRunYet, stopper: string | undefined): string {
  if (signIn + blocked === 0) return '';
  if (signIn === 0) {
    return blocked === 1
      ? $localize`It runs by itself once what it waits for is fixed.`
      : $localize`They run by themselves once what they wait for is fixed.`;
  }
  const first =
    stopper === undefined
      ? $localize`Sign in to run what waits for a sign-in.`
      : $localize`Fix “${stopper}:problem:” first. Then sign in to run what waits for a sign-in.`;
  if (blocked > 0) {
    return $localize`${first}:first: The others run by themselves once what they wait for is fixed.`;
  }
  if (stopper !== undefined) return first;

  return signIn === 1 ? $localize`Sign in to run it.` : $localize`Sign in to run them.`;
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
    const { title } = standing.by.check;
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }

  return [...counts].map(([title, count]) => $localize`${count}:count: blocked by ${title}:check:`);
}
