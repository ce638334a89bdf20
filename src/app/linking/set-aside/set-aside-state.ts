import type { SetAsideProgress } from '../../identity/settings/set-aside';
import type { Converged } from '../../saga/settings/converge-settings';
import type { PutBackResult } from '../../saga/settings/run-put-back';

export interface SetAsideState {
  readonly progress: SetAsideProgress;
}

export const setAsideIs = (progress: SetAsideProgress): SetAsideState => ({ progress });

const busy: ReadonlySet<SetAsideProgress['status']> = new Set([
  'removing',
  'using',
  'windowOpen',
  'windowUnseen',
  'puttingBack',
]);

/** Whether something is under way, so that nothing else may begin. */
export const isBusy = ({ status }: SetAsideProgress): boolean => busy.has(status);

/** What is shown of how putting settings back has ended. */
export function putBackAs(ended: PutBackResult): SetAsideProgress {
  if (ended.kind !== 'done') return notDone('putBack', ended);
  const { back, stays, archive } = ended;

  return { status: 'putBack', back, stays, archive };
}

/** What is shown of how the removal of a value has ended. */
export const removedAs = (key: string, ended: Converged): SetAsideProgress =>
  ended.kind === 'done' ? { status: 'removed', key } : notDone('removal', ended);

/** What is shown of how taking a value into use has ended. */
export const usedAs = (key: string, ended: Converged): SetAsideProgress =>
  ended.kind === 'done' ? { status: 'used', key } : notDone('use', ended);

const notDone = (
  what: 'removal' | 'use' | 'putBack',
  { kind, code }: Exclude<Converged, { kind: 'done' }>,
): SetAsideProgress =>
  kind === 'unknown' ? { status: 'unknown', what, code } : { status: 'failed', code };
