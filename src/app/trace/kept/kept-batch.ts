import { isJsonObject } from '../../identity/json';
import type { TraceEntry, TraceFlow } from '../trace-entry';
import type { TraceEvent } from '../trace-event';

/** Events that were kept together, and the flows that began with them. */
export interface KeptBatch {
  readonly entries: readonly TraceEntry[];
  readonly flows: readonly TraceFlow[];
}

/** Reads what an earlier page has kept, which may have been of another version: what has another shape is left out. */
export function parseBatch(value: unknown): KeptBatch {
  if (!isJsonObject(value)) return { entries: [], flows: [] };
  const { entries, flows } = value;

  return { entries: listOf(entries, isEntry), flows: listOf(flows, isFlow) };
}

type Guard = (value: unknown) => boolean;

const isText: Guard = (value) => typeof value === 'string';
const isNumber: Guard = (value) => typeof value === 'number';
const isList: Guard = (value) => Array.isArray(value);

const isSent: Guard = (value) =>
  Array.isArray(value) && value.every((field) => isJsonObject(field) && isText(field['name']));

const listOf = <Item>(value: unknown, isItem: (item: unknown) => item is Item): readonly Item[] =>
  Array.isArray(value) ? value.filter(isItem) : [];

const isFlow = (value: unknown): value is TraceFlow =>
  isJsonObject(value) && isNumber(value['id']) && isNumber(value['atMs']) && isText(value['kind']);

const isEntry = (value: unknown): value is TraceEntry =>
  isJsonObject(value) &&
  isNumber(value['id']) &&
  isNumber(value['atMs']) &&
  (value['flow'] === undefined || isNumber(value['flow'])) &&
  isEvent(value['event']);

function isEvent(value: unknown): boolean {
  if (!isJsonObject(value) || typeof value['kind'] !== 'string') return false;
  const fields = new Map(Object.entries(needed)).get(value['kind']);

  return (
    fields !== undefined && Object.entries(fields).every(([name, isRight]) => isRight(value[name]))
  );
}

/** What every event of a kind has; whatever shows it relies on no more. */
const needed: Readonly<Record<TraceEvent['kind'], Readonly<Record<string, Guard>>>> = {
  page: { path: isText },
  signIn: { who: isText, step: isText },
  claims: { who: isText, verdict: isText, claims: isJsonObject },
  renewal: { outcome: isText },
  request: {
    method: isText,
    origin: isText,
    path: isText,
    parameters: isJsonObject,
    sends: isSent,
    status: isNumber,
    durationMs: isNumber,
  },
  state: { of: isText, from: isText, to: isText },
  decision: { about: isText, decision: isText, reasons: isList },
  error: { name: isText },
};
