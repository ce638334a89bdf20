import type { Writer } from '../masking';
import { requestWords } from './request-words';
import { stateWords } from './state-words';
import type { FlowKind } from '../trace-entry';
import type { ClaimsEvent, DecisionEvent, SignInEvent, TraceEvent } from '../trace-event';
import { eventName } from './event-name';
import { accountWords } from './who-words';

/** What an event says, on one line: what happened, and who asked whom. */
export function eventWords(event: TraceEvent): string {
  switch (event.kind) {
    case 'page':
      return event.how === 'reload'
        ? $localize`Page loaded again: ${event.path}:path:`
        : $localize`Page loaded: ${event.path}:path:`;
    case 'signIn':
      return signInWords(event);
    case 'claims':
      return claimsWords(event);
    case 'renewal':
      return event.outcome === 'renewed'
        ? $localize`This page uses a new access token`
        : $localize`This page has no access token to use`;
    case 'request':
      return requestWords(event);
    case 'state':
      return stateWords(event);
    case 'decision':
      return decisionWords(event);
    case 'error':
      return $localize`The application has an error in its code: ${event.name}:name:`;
  }
}

/** All that a line says, for the search: its kind, its words and what it is called. */
export const searchedText = (event: TraceEvent, write: Writer): string =>
  `${kindWords[event.kind]} ${eventWords(event)} ${eventName(event, write)}`;

function signInWords({ who, step, transport }: SignInEvent): string {
  if (step === 'failed') return $localize`The sign-in to the ${accountWords[who]}:account: failed`;
  if (who === 'confirmation') {
    return step === 'opened'
      ? $localize`This page asked the person to confirm that it is them, in a window`
      : $localize`The person confirmed that it is them`;
  }
  if (step === 'returned') {
    return $localize`The tenant sent the sign-in to the ${accountWords[who]}:account: back`;
  }
  switch (transport) {
    case 'redirect':
      return $localize`This page sent the person to the tenant, to sign in to the ${accountWords[who]}:account:`;
    case undefined:
      return $localize`This page asked the person to sign in to the ${accountWords[who]}:account: here`;
    default:
      return $localize`This page opened a window at the tenant, to sign in to the ${accountWords[who]}:account:`;
  }
}

/** Of the first account's token it is said what became of the session. */
const claimsWords = ({ who, verdict }: ClaimsEvent): string =>
  verdict === 'accepted' || verdict === 'signedIn'
    ? $localize`This page accepted the ID token of the ${accountWords[who]}:account:`
    : $localize`This page did not accept the ID token of the ${accountWords[who]}:account:: ${verdict}:reason:`;

/** What a check has found, as the page of the checks says it. */
const foundWords: ReadonlyMap<string, string> = new Map([
  ['ok', $localize`passed`],
  ['warning', $localize`warning`],
  ['failure', $localize`problem`],
  ['notApplicable', $localize`not used`],
  ['cannotBeSeen', $localize`not known yet`],
]);

/** How a drill has ended, as the page of the drills says it. */
const endWords: ReadonlyMap<string, string> = new Map([
  ['passed', $localize`:of a drill|:passed`],
  ['failed', $localize`failed`],
  ['inconclusive', $localize`inconclusive`],
  ['stopped', $localize`stopped`],
]);

function decisionWords({ about, decision, reasons }: DecisionEvent): string {
  const found = foundWords.get(decision);
  if (found !== undefined) return $localize`Check “${about}:check:”: ${found}:found:`;
  switch (`${about}: ${decision}`) {
    case 'plan: offered':
      return $localize`This page showed the person what would happen`;
    case 'plan: confirmed':
      return $localize`The person agreed`;
    case 'flow: given up':
      return $localize`This page stopped, and told the person why`;
    case 'leftovers of drills: removed':
      return $localize`This page removed ${reasons.length}:count: settings that a drill had left`;
    default:
      return $localize`${about}:what:: ${endWords.get(decision) ?? decision}:state:`;
  }
}

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
