import type { Check } from './check';
import { knownVerdict, type CheckProgress, type CheckResult } from './check-result';

/** What a check comes to for whoever wants to link: what it found, and what they can do about it. */
export type Standing =
  | { readonly kind: 'waiting' | 'running' | 'passed' | 'notUsed' | 'problem' | 'warning' }
  /** A browser cannot know; the person has to look. */
  | { readonly kind: 'yourself' }
  /** It looks at what only somebody who is signed in has. */
  | { readonly kind: 'signIn' }
  /** Another check has to be set right first. */
  | { readonly kind: 'blocked'; readonly by: CheckResult };

export type StandingKind = Standing['kind'];

/** A check that is judged beside all the others. */
export interface JudgedCheck extends CheckResult {
  readonly standing: Standing;
}

/** Whether linking will work, from everything that was seen. */
export type LinkVerdict =
  | { readonly kind: 'running' }
  | ({ readonly kind: 'broken'; readonly problems: number } & NotRunYet)
  /** Nothing is wrong so far, and more is known once somebody is signed in. */
  | ({ readonly kind: 'signedOut' } & NotRunYet)
  | ({ readonly kind: 'ready'; readonly warnings: number } & NotRunYet);

/** How many checks wait still: for a sign-in, and for another check to be set right. */
export interface NotRunYet {
  readonly signIn: number;
  readonly blocked: number;
}

/** Judges every check beside the others: what waits for one that found something is blocked by it. */
export function judgeChecks(results: readonly CheckResult[]): readonly JudgedCheck[] {
  const byId = new Map(results.map((result) => [result.check.id, result]));

  return results.map((result) => ({ ...result, standing: standingOf(result.progress, byId) }));
}

export const countOf = (judged: readonly JudgedCheck[], kind: StandingKind): number =>
  judged.filter(({ standing }) => standing.kind === kind).length;

export function verdictOf(judged: readonly JudgedCheck[], isRunning: boolean): LinkVerdict {
  if (isRunning) return { kind: 'running' };
  const notRun = { signIn: countOf(judged, 'signIn'), blocked: countOf(judged, 'blocked') };
  const problems = countOf(judged, 'problem');
  if (problems > 0) return { kind: 'broken', problems, ...notRun };
  if (notRun.signIn > 0) return { kind: 'signedOut', ...notRun };

  return { kind: 'ready', warnings: countOf(judged, 'warning'), ...notRun };
}

/** The checks that wait for this one to be set right. */
export const blockedBy = (judged: readonly JudgedCheck[], { id }: Check): readonly Check[] =>
  judged
    .filter(({ standing }) => standing.kind === 'blocked' && standing.by.check.id === id)
    .map(({ check }) => check);

/** The first check that found why nobody can sign in, if one did. */
export const signInStopperOf = (judged: readonly JudgedCheck[]): JudgedCheck | undefined =>
  judged.find(({ progress }) => {
    const verdict = knownVerdict(progress);

    return verdict?.status === 'failure' && verdict.stopsSignIn === true;
  });

type ById = ReadonlyMap<string, CheckResult>;

function standingOf(progress: CheckProgress, byId: ById): Standing {
  const verdict = knownVerdict(progress);
  if (verdict === undefined) return { kind: progress.status === 'running' ? 'running' : 'waiting' };
  switch (verdict.status) {
    case 'ok':
      return { kind: 'passed' };
    case 'failure':
      return { kind: 'problem' };
    case 'warning':
      return { kind: 'warning' };
    case 'notApplicable':
      return { kind: 'notUsed' };
    case 'cannotBeSeen': {
      if (verdict.waitsFor === 'signIn') return { kind: 'signIn' };
      const by = rootOf(verdict.waitsFor ?? [], byId, new Set());

      return by === undefined ? { kind: 'yourself' } : { kind: 'blocked', by };
    }
  }
}

/** The first of these that found something; or what that one waits for itself. */
function rootOf(ids: readonly string[], byId: ById, seen: Set<string>): CheckResult | undefined {
  const asked = ids.flatMap((id) => byId.get(id) ?? []).filter(({ check }) => !seen.has(check.id));
  for (const { check } of asked) seen.add(check.id);
  const found = asked.find(({ progress }) => hasFound(progress));
  if (found !== undefined) return found;
  for (const { progress } of asked) {
    const root = rootOf(waitedFor(progress), byId, seen);
    if (root !== undefined) return root;
  }

  return undefined;
}

const hasFound = (progress: CheckProgress): boolean =>
  ['failure', 'warning'].includes(knownVerdict(progress)?.status ?? '');

function waitedFor(progress: CheckProgress): readonly string[] {
  const verdict = knownVerdict(progress);
  if (verdict?.status !== 'cannotBeSeen') return [];

  return verdict.waitsFor === 'signIn' ? [] : (verdict.waitsFor ?? []);
}
