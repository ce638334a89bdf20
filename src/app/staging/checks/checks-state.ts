import type { LeavingFailure } from '../../identity/failure';
import type { Check } from './rules/check';
import type { CheckProgress } from './rules/check-result';
import type { Verdict } from './rules/verdict';

export interface ChecksState {
  readonly progress: Readonly<Record<string, CheckProgress>>;
  /** The connection whose dry sign-in is under way. */
  readonly signingIn: string | undefined;
  /** What has kept the page from being left for a sign-in. */
  readonly blocker: LeavingFailure | undefined;
}

type Patch = (state: ChecksState) => Partial<ChecksState>;

export const initialChecksState: ChecksState = {
  progress: {},
  signingIn: undefined,
  blocker: undefined,
};

const noted =
  ({ id }: Check, progress: CheckProgress): Patch =>
  (state) => ({ progress: { ...state.progress, [id]: progress } });

export const allWaiting = (): Partial<ChecksState> => ({ progress: {} });
export const checkStarted = (check: Check): Patch => noted(check, { status: 'running' });
export const checkEnded = (check: Check, verdict: Verdict): Patch =>
  noted(check, { status: 'done', verdict });
export const drySignInOpened = (connection: string): Partial<ChecksState> => ({
  signingIn: connection,
});
export const drySignInEnded = (): Partial<ChecksState> => ({ signingIn: undefined });
export const blockedBy = (blocker: LeavingFailure | undefined): Partial<ChecksState> => ({
  blocker,
});
