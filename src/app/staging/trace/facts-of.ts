import { failureWords, isFailureCode } from '../../linking/notices/failure-words';
import { kindWords } from '../../trace/words/event-words';
import type { TraceValue } from '../../trace/personal';
import type { TraceEntry } from '../../trace/trace-entry';
import type { Fact } from '../checks/rules/verdict';

/** Everything that an event holds and its line does not say, but for its claims. */
export function factsOf({ atMs, flow, event }: TraceEntry): readonly Fact[] {
  return [
    { name: $localize`time`, value: new Date(atMs).toISOString() },
    { name: $localize`kind`, value: kindWords[event.kind] },
    ...(flow === undefined ? [] : [{ name: $localize`flow`, value: flow }]),
    ...own(event),
  ];
}

function own(event: TraceEntry['event']): readonly Fact[] {
  switch (event.kind) {
    case 'page':
      return known([[$localize`how`, event.how]]);
    case 'signIn':
      return known([
        [$localize`step`, event.step],
        [$localize`transport`, event.transport],
        [$localize`connection`, event.connection],
        [$localize`reason`, event.reason],
      ]);
    case 'claims':
      return [{ name: $localize`verdict`, value: event.verdict }];
    case 'renewal':
      return known([
        [$localize`outcome`, event.outcome],
        [$localize`reason`, event.reason],
      ]);
    case 'request':
      return known([
        [$localize`status`, event.status],
        [$localize`duration, in ms`, event.durationMs],
        [$localize`rate limit left`, event.remaining],
        ...Object.entries(event.parameters).map(
          ([name, value]) => [parameterWords.get(name) ?? name, value] as const,
        ),
        [$localize`body holds`, event.sends.map(({ name }) => name).join(', ') || undefined],
      ]);
    case 'state':
      return known([
        [$localize`from`, event.from],
        [$localize`to`, event.to],
        [$localize`reason`, event.reason],
        [$localize`the person was told`, toldOf(event.reason)],
      ]);
    case 'decision':
      return known([
        [$localize`decision`, event.decision],
        [$localize`reasons`, event.reasons.length === 0 ? undefined : event.reasons],
      ]);
    case 'error':
      return known([
        [$localize`name`, event.name],
        [$localize`reason`, event.reason],
        [$localize`where`, event.where],
      ]);
  }
}

/** What stands in the path of a request, in words. */
const parameterWords: ReadonlyMap<string, string> = new Map([
  ['id', $localize`user ID`],
  ['identity', $localize`ID of the sign-in method`],
]);

/** What the page says to the person where this is the reason; nothing where it is no failure. */
const toldOf = (reason = ''): string | undefined =>
  isFailureCode(reason) ? failureWords(reason).title : undefined;

const known = (pairs: readonly (readonly [string, TraceValue | undefined])[]): readonly Fact[] =>
  pairs.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
