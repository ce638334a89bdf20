import { searchedText } from '../../../trace/words/event-words';
import type { Writer } from '../../../trace/masking';
import type { TraceEntry } from '../../../trace/trace-entry';

export interface TraceFilter {
  readonly search: string;
  readonly flow: number | undefined;
  /** The events that alone are looked at, if it is not all of them. */
  readonly among?: ReadonlySet<number> | undefined;
  readonly write: Writer;
}

/** The events of a flow whose line holds every word of the search, in their order. */
export function entriesThatMatch(
  entries: readonly TraceEntry[],
  { search, flow, among, write }: TraceFilter,
): readonly TraceEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && flow === undefined && among === undefined) return entries;

  return entries.filter((entry) => {
    if (flow !== undefined && entry.flow !== flow) return false;
    if (among?.has(entry.id) === false) return false;
    if (words.length === 0) return true;
    const line = searchedText(entry.event, write).toLowerCase();

    return words.every((word) => line.includes(word));
  });
}
