import { notSeen, type Evidence } from '../judge/evidence';
import type { StuckCode } from './drill-stuck-error';

/** Says why a drill was not gone through, and what helps; nothing is known of what it would have shown. */
export const stuckEvidence = (code: StuckCode, step?: string): Evidence =>
  notSeen(wordsOf(code), [
    { name: 'code', value: code },
    ...(step === undefined ? [] : [{ name: $localize`step`, value: step }]),
  ]);

function wordsOf(code: StuckCode): string {
  switch (code) {
    case 'windows-blocked':
      return $localize`The browser blocked the sign-in window. Allow windows for this page, and run the drill again.`;
    case 'stopped':
      return $localize`The drill was stopped before its end.`;
    case 'no-window':
      return $localize`The browser did not open the window of the drill. Allow windows for this page, and run it again.`;
    case 'control-failed':
      return $localize`The local tenant did not do what the drill needs. Look whether it still runs, and run the drill again.`;
    case 'not-shown':
      return $localize`What the drill waits for did not come. Leave its window in sight, and run it again.`;
  }
}
