import { written, type Writer } from './masking';
import type { FlowKind } from './trace-entry';
import type { SignInEvent, TraceEvent, WhoSignsIn } from './trace-event';

/** What an event says, on one line, for an admin who knows the tenant's words. */
export function eventWords(event: TraceEvent, write: Writer): string {
  switch (event.kind) {
    case 'page':
      return event.how === 'reload'
        ? $localize`Page loaded again: ${event.path}:path:`
        : $localize`Page loaded: ${event.path}:path:`;
    case 'signIn':
      return signInWords(event);
    case 'claims':
      return $localize`${whoWords(event.who)}:who:: ID token ${event.verdict}:verdict:`;
    case 'renewal':
      return event.outcome === 'renewed'
        ? $localize`A new access token is used`
        : $localize`No access token: ${event.reason ?? '–'}:reason:`;
    case 'request':
      return `${event.method} ${event.path} → ${event.status || '–'}`;
    case 'state':
      return [`${event.of}: ${event.from} → ${event.to}`, event.reason].filter(Boolean).join(' · ');
    case 'decision':
      return [
        `${event.about}: ${event.decision}`,
        ...event.reasons.map((reason) => written(reason, write)),
      ].join(' · ');
  }
}

/** The kind of an event, as a label beside it. */
export function kindWords(kind: TraceEvent['kind']): string {
  switch (kind) {
    case 'page':
      return $localize`page`;
    case 'signIn':
      return $localize`sign-in`;
    case 'claims':
      return $localize`claims`;
    case 'renewal':
      return $localize`token`;
    case 'request':
      return $localize`request`;
    case 'state':
      return $localize`state`;
    case 'decision':
      return $localize`decision`;
  }
}

export function flowWords(kind: FlowKind): string {
  switch (kind) {
    case 'signIn':
      return $localize`Sign-in`;
    case 'link':
      return $localize`Link`;
    case 'unlink':
      return $localize`Unlink`;
    case 'checks':
      return $localize`Checks`;
    case 'drills':
      return $localize`Drills`;
  }
}

function whoWords(who: WhoSignsIn): string {
  switch (who) {
    case 'first':
      return $localize`first account`;
    case 'second':
      return $localize`second account`;
    case 'confirmation':
      return $localize`confirmation`;
  }
}

function signInWords({ who, step, transport, connection, reason }: SignInEvent): string {
  const more = [transport, connection, reason].filter(Boolean).join(', ');

  return `${whoWords(who)}: ${step}${more && ` (${more})`}`;
}
