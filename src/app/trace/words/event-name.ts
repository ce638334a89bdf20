import { written, type Writer } from '../masking';
import type { SignInEvent, TraceEvent } from '../trace-event';
import { accountWords } from './who-words';

/** What an event is called in the code and on the wire, on one line: for whoever searches for it. */
export function eventName(event: TraceEvent, write: Writer): string {
  switch (event.kind) {
    case 'page':
      return event.how ?? '';
    case 'signIn':
      return signInName(event);
    case 'claims':
      return `${accountWords[event.who]}: ID token ${event.verdict}`;
    case 'renewal':
      return [event.outcome, event.reason].filter(Boolean).join(' · ');
    case 'request':
      return `${event.method} ${event.path} → ${event.status || '–'}`;
    case 'state':
      return [`${event.of}: ${event.from} → ${event.to}`, event.reason].filter(Boolean).join(' · ');
    case 'decision':
      return [
        `${event.about}: ${event.decision}`,
        ...event.reasons.map((reason) => written(reason, write)),
      ].join(' · ');
    case 'error':
      return [event.name, event.reason, event.where].filter(Boolean).join(' · ');
  }
}

function signInName({ who, step, transport, connection, reason }: SignInEvent): string {
  const more = [transport, connection, reason].filter(Boolean).join(', ');

  return `${accountWords[who]}: ${step}${more && ` (${more})`}`;
}
