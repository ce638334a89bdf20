import type { SetAsideProgress } from '../identity/set-aside';
import type { PutBackResult } from '../saga/run-put-back';

export interface SetAsideState {
  readonly setAside: SetAsideProgress;
}

export const setAsideIs = (setAside: SetAsideProgress): SetAsideState => ({ setAside });

const busy: ReadonlySet<SetAsideProgress['status']> = new Set([
  'removing',
  'windowOpen',
  'windowUnseen',
  'puttingBack',
]);

/** Whether something is under way, so that nothing else may begin. */
export const isBusy = ({ status }: SetAsideProgress): boolean => busy.has(status);

/** What is shown of how putting settings back has ended. */
export function endOf(ended: PutBackResult): SetAsideProgress {
  switch (ended.result) {
    case 'done': {
      const { back, stays, archive } = ended;

      return { status: 'putBack', back, stays, archive };
    }
    case 'notDone':
      return { status: 'failed', code: ended.code };
    case 'unknown':
      return { status: 'unknown', code: ended.code };
  }
}
