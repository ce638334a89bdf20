import { inject } from '@angular/core';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { reloadWhenRestored } from '../../session/primary/restored-page';
import { callbackPath, linkCallbackPath, pagePath } from '../../session/sign-in/callback-url';
import { endUntakenPress } from './end-untaken-press';
import { tracePageLoad } from '../../trace/page-load';
import { traceSignInRequests } from '../../trace/sign-in-requests';
import { Trace } from '../../trace/trace';
import type { FlowKind } from '../../trace/trace-entry';

/** Where a sign-in that took the whole page comes back to, and which flow of the trace goes on there. */
const comesBackFor: ReadonlyMap<string, readonly FlowKind[]> = new Map([
  [callbackPath, ['signIn']],
  [linkCallbackPath, ['signIn', 'link']],
]);

/** Begins what goes on as long as the page does, once, in an injection context and with the configuration there. */
export function startLigature(): void {
  const { tenant } = inject(LIGATURE_CONFIG);
  const trace = inject(Trace);

  reloadWhenRestored();
  endUntakenPress();
  tracePageLoad(trace, comesBackFor.get(pagePath()) ?? []);
  traceSignInRequests(trace, tenant.origin);
}
