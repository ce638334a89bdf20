import type { Check } from './checks/check';
import type { CheckProgress } from './checks/check-result';
import type { Verdict } from './checks/verdict';

export interface ChecksState {
  readonly progress: Readonly<Record<string, CheckProgress>>;
  /** The connection whose dry sign-in is under way. */
  readonly signingIn: string | undefined;
}

type Patch = (state: ChecksState) => Partial<ChecksState>;

export const initialChecksState: ChecksState = { progress: {}, signingIn: undefined };

const noted =
  ({ id }: Check, progress: CheckProgress): Patch =>
  (state) => ({ progress: { ...state.progress, [id]: progress } });

export const allWaiting = (): Partial<ChecksState> => ({ progress: {} });
export const checkStarted = (check: Check): Patch => noted(check, { state: 'running' });
export const checkEnded = (check: Check, verdict: Verdict): Patch =>
  noted(check, { state: 'done', verdict });
export const drySignInOpened = (connection: string): Partial<ChecksState> => ({
  signingIn: connection,
});
export const drySignInEnded = (): Partial<ChecksState> => ({ signingIn: undefined });
