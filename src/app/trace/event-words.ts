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
      return $localize`${whoWords[event.who]}:who:: ID token ${event.verdict}:verdict:`;
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
        `${event.about}: ${decisionWords.get(event.decision) ?? event.decision}`,
        ...event.reasons.map((reason) => written(reason, write)),
      ].join(' · ');
    case 'error':
      return [event.name, event.reason, event.where].filter(Boolean).join(' · ');
  }
}

/** What a check has found, as the page of the checks says it; other decisions have plain words already. */
const decisionWords: ReadonlyMap<string, string> = new Map([
  ['ok', $localize`passed`],
  ['failure', $localize`problem`],
  ['notApplicable', $localize`not used`],
  ['cannotBeSeen', $localize`cannot be seen from here`],
]);

/** The kind of an event, as a label beside it. */
export const kindWords: Readonly<Record<TraceEvent['kind'], string>> = {
  page: $localize`page`,
  signIn: $localize`sign-in`,
  claims: $localize`claims`,
  renewal: $localize`token`,
  request: $localize`request`,
  state: $localize`state`,
  decision: $localize`decision`,
  error: $localize`error`,
};

export const flowWords: Readonly<Record<FlowKind, string>> = {
  signIn: $localize`Sign-in`,
  link: $localize`Link`,
  unlink: $localize`Unlink`,
  page: $localize`Page load`,
  checks: $localize`Checks`,
  drills: $localize`Drills`,
};

const whoWords: Readonly<Record<WhoSignsIn, string>> = {
  first: $localize`first account`,
  second: $localize`second account`,
  confirmation: $localize`confirmation`,
};

function signInWords({ who, step, transport, connection, reason }: SignInEvent): string {
  const more = [transport, connection, reason].filter(Boolean).join(', ');

  return `${whoWords[who]}: ${step}${more && ` (${more})`}`;
}
