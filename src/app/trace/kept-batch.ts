import type { TraceEntry, TraceFlow } from './trace-entry';
import type { TraceEvent } from './trace-event';

/** Events that were kept together, and the flows that began with them. */
export interface KeptBatch {
  readonly entries: readonly TraceEntry[];
  readonly flows: readonly TraceFlow[];
}

/** Reads what an earlier page has kept, which may have been of another version: what has another shape is left out. */
export function parseBatch(value: unknown): KeptBatch {
  if (!isRecord(value)) return { entries: [], flows: [] };
  const { entries, flows } = value;

  return { entries: listOf(entries, isEntry), flows: listOf(flows, isFlow) };
}

type Guard = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Guard = (value) => typeof value === 'string';
const isNumber: Guard = (value) => typeof value === 'number';
const isList: Guard = (value) => Array.isArray(value);

const isSent: Guard = (value) =>
  Array.isArray(value) && value.every((field) => isRecord(field) && isText(field['name']));

const listOf = <Item>(value: unknown, isItem: (item: unknown) => item is Item): readonly Item[] =>
  Array.isArray(value) ? value.filter(isItem) : [];

const isFlow = (value: unknown): value is TraceFlow =>
  isRecord(value) && isNumber(value['id']) && isNumber(value['at']) && isText(value['kind']);

const isEntry = (value: unknown): value is TraceEntry =>
  isRecord(value) &&
  isNumber(value['id']) &&
  isNumber(value['at']) &&
  (value['flow'] === undefined || isNumber(value['flow'])) &&
  isEvent(value['event']);

function isEvent(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const fields = new Map(Object.entries(needed)).get(String(value['kind']));

  return (
    fields !== undefined && Object.entries(fields).every(([name, isRight]) => isRight(value[name]))
  );
}

/** What every event of a kind has; whatever shows it relies on no more. */
const needed: Readonly<Record<TraceEvent['kind'], Readonly<Record<string, Guard>>>> = {
  page: { path: isText },
  signIn: { who: isText, step: isText },
  claims: { who: isText, verdict: isText, claims: isRecord },
  renewal: { outcome: isText },
  request: {
    method: isText,
    origin: isText,
    path: isText,
    parameters: isRecord,
    sends: isSent,
    status: isNumber,
    duration: isNumber,
  },
  state: { of: isText, from: isText, to: isText },
  decision: { about: isText, decision: isText, reasons: isList },
};
