import type { LeavingFailure } from '../../identity/failure';
import type { Check } from './rules/check';
import { knownVerdict, type CheckProgress, type ChecksRun } from './rules/check-result';
import type { Verdict } from './rules/verdict';

export interface ChecksState {
  readonly run: ChecksRun;
  readonly progress: Readonly<Record<string, CheckProgress>>;
  /** The connection whose dry sign-in is under way. */
  readonly signingIn: string | undefined;
  /** What has kept the page from being left for a sign-in. */
  readonly blocker: LeavingFailure | undefined;
  /** The checks whose settings somebody has gone to set right. */
  readonly awaited: readonly Check[];
}

type Patch = (state: ChecksState) => Partial<ChecksState>;

export const initialChecksState: ChecksState = {
  run: { status: 'none' },
  progress: {},
  signingIn: undefined,
  blocker: undefined,
  awaited: [],
};

const noted =
  ({ id }: Check, progress: CheckProgress): Patch =>
  (state) => ({ progress: { ...state.progress, [id]: progress } });

export const runStarted = (atMs: number): Partial<ChecksState> => ({
  run: { status: 'running', atMs },
  progress: {},
  awaited: [],
});
export const runEnded =
  (nowMs: number): Patch =>
  ({ run }) =>
    run.status === 'running'
      ? { run: { status: 'ended', atMs: run.atMs, tookMs: nowMs - run.atMs } }
      : {};
export const checkStarted =
  (check: Check): Patch =>
  (state) => {
    const last = knownVerdict(state.progress[check.id] ?? { status: 'waiting' });

    return noted(check, { status: 'running', ...(last && { last }) })(state);
  };
export const checkEnded = (check: Check, verdict: Verdict): Patch =>
  noted(check, { status: 'done', verdict });
export const drySignInOpened = (connection: string): Partial<ChecksState> => ({
  signingIn: connection,
});
/** What was said of a window that was out of sight is over once it has answered. */
export const drySignInAnswered =
  (check: Check, connection: string): Patch =>
  (state) =>
    state.signingIn === connection
      ? {}
      : { ...noted(check, { status: 'running' })(state), ...drySignInOpened(connection) };
export const drySignInEnded = (): Partial<ChecksState> => ({ signingIn: undefined });
export const blockerIs = (blocker: LeavingFailure | undefined): Partial<ChecksState> => ({
  blocker,
});
export const fixingBegun =
  (check: Check): Patch =>
  ({ awaited }) => ({ awaited: [...awaited.filter(({ id }) => id !== check.id), check] });
export const fixingEnded = (): Partial<ChecksState> => ({ awaited: [] });
