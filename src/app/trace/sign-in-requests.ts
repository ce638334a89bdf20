import { DestroyRef, inject } from '@angular/core';

import type { Trace } from './trace';

/**
 * Where the SDKs post to, and how they write it; they fetch by themselves, so only the browser can tell that
 * they did.
 */
const formats: ReadonlyMap<string, 'json' | 'form'> = new Map([
  ['/oauth/token', 'form'],
  ['/oauth/revoke', 'form'],
  ['/co/authenticate', 'json'],
  ['/passwordless/start', 'json'],
]);

/** Traces what the sign-in SDKs ask a tenant: that they did, how long it took, and the status. In an injection context. */
export function traceSignInRequests(trace: Trace, tenantOrigin: string): void {
  if (!trace.isOn || typeof PerformanceObserver === 'undefined') return;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry instanceof PerformanceResourceTiming) traceRequest(entry, trace, tenantOrigin);
    }
  });
  observer.observe({ type: 'resource', buffered: true });
  inject(DestroyRef).onDestroy(() => observer.disconnect());
}

function traceRequest(
  { name, duration, responseStatus }: PerformanceResourceTiming,
  trace: Trace,
  tenantOrigin: string,
): void {
  const { origin, pathname } = new URL(name);
  // The address's query is not looked at: it may hold a code.
  const format = formats.get(pathname);
  if (origin !== tenantOrigin || format === undefined) return;
  trace.record(() => ({
    kind: 'request',
    method: 'POST',
    origin,
    path: pathname,
    parameters: {},
    format,
    sends: [],
    status: responseStatus,
    durationMs: Math.round(duration),
  }));
}
