import type { TraceEntry, TraceFlow } from './trace-entry';
import type { TraceEvent } from './trace-event';
import { errorsIn, isError, traceRows } from './trace-rows';

const flows: readonly TraceFlow[] = [
  { id: 1, kind: 'signIn', atMs: 1000 },
  { id: 2, kind: 'link', atMs: 5000 },
];
const page: TraceEvent = { kind: 'page', path: '/' };
const state = (to: string): TraceEvent => ({ kind: 'state', of: 'link', from: 'idle', to });
const refused = {
  kind: 'request',
  method: 'GET',
  origin: '',
  path: '/',
  parameters: {},
  sends: [],
  status: 0,
  durationMs: 1,
} as const;
const entry = (
  id: number,
  flow: number | undefined,
  atMs: number,
  event: TraceEvent = page,
): TraceEntry => ({
  id,
  flow,
  atMs,
  event,
});
const entries = [
  entry(1, undefined, 900),
  entry(2, 1, 1200),
  entry(3, 2, 5010, state('signingIn')),
  entry(4, 2, 8000, state('failed')),
];

const rowsOf = (isOpen: (flow: TraceFlow) => boolean, known = flows) =>
  traceRows(entries, { flows: known, errors: errorsIn(entries, known), isOpen });

describe('errorsIn', () => {
  it('counts no request that a check has made, for that is meant to be refused', () => {
    const request = { ...refused, status: 403 };
    const checks: TraceFlow = { id: 3, kind: 'checks', atMs: 0 };
    const verdict: TraceEvent = {
      kind: 'decision',
      about: 'callback',
      decision: 'failure',
      reasons: [],
    };

    expect([
      ...errorsIn(
        [entry(1, 2, 0, request), entry(2, 3, 0, request), entry(3, 3, 0, verdict)],
        [checks, ...flows],
      ),
    ]).toEqual([1, 3]);
  });
});

describe('errorsIn: requests that were answered in the end', () => {
  const post = { ...refused, method: 'POST', path: '/link' };

  it('counts one that was never answered well', () => {
    expect(
      [...errorsIn([entry(1, 2, 0, post), entry(2, 2, 0, state('failed'))], flows)].sort(),
    ).toEqual([1, 2]);
  });

  it('does not count one that was made again and answered', () => {
    const again = { ...post, status: 200 };

    expect(errorsIn([entry(1, 2, 0, post), entry(2, 2, 0, again)], flows).size).toBe(0);
    expect([...errorsIn([entry(1, 2, 0, post), entry(2, 1, 0, again)], flows)]).toEqual([1]);
  });

  it('does not count one whose link came to its end all the same', () => {
    expect(errorsIn([entry(1, 2, 0, post), entry(2, 2, 0, state('done'))], flows).size).toBe(0);
    expect([...errorsIn([entry(1, 2, 0, state('done')), entry(2, 2, 0, post)], flows)]).toEqual([
      2,
    ]);
  });

  it('does not count that an account is gone which has joined another', () => {
    expect(errorsIn([entry(1, 2, 0, { ...refused, status: 404 })], flows).size).toBe(0);
    expect(errorsIn([entry(1, 2, 0, { ...post, status: 404 })], flows).size).toBe(1);
  });
});

describe('traceRows', () => {
  it('folds the events of a flow below a line that says what came of it', () => {
    const rows = rowsOf(({ id }) => id === 1);

    expect(rows.map((row) => (row.kind === 'flow' ? row.flow.kind : row.entry.id))).toEqual([
      1,
      'signIn',
      2,
      'link',
    ]);
    expect(rows.at(-1)).toMatchObject({ events: 2, errors: 1, tookMs: 3000, isOpen: false });
  });

  it('says how long after the beginning of its flow an event was', () => {
    const rows = rowsOf(() => true);

    expect(rows.flatMap((row) => (row.kind === 'event' ? [row.sinceMs] : []))).toEqual([
      0, 200, 10, 3000,
    ]);
  });

  it('leaves out the line of a flow that nobody knows any more, but not its events', () => {
    expect(rowsOf(() => false, [])).toHaveLength(4);
  });
});

describe('isError', () => {
  it.each<[TraceEvent, boolean]>([
    [page, false],
    [state('done'), false],
    [state('failed'), true],
    // A window is out of sight for a moment in many a sign-in that goes well.
    [state('signInUnknown'), false],
    [{ kind: 'signIn', who: 'first', step: 'failed' }, true],
    [{ kind: 'signIn', who: 'first', step: 'returned' }, false],
    [{ kind: 'claims', who: 'first', verdict: 'accepted', claims: {} }, false],
    [{ kind: 'claims', who: 'first', verdict: 'signedIn', claims: {} }, false],
    [{ kind: 'claims', who: 'second', verdict: 'not-fresh', claims: {} }, true],
    [{ kind: 'renewal', outcome: 'refused' }, true],
    [{ kind: 'decision', about: 'callback', decision: 'failure', reasons: [] }, true],
    [{ kind: 'decision', about: 'callback', decision: 'ok', reasons: [] }, false],
    [{ kind: 'error', name: 'TypeError' }, true],
  ])('is told by the event: %j', (event, expected) => {
    expect(isError(event)).toBe(expected);
  });

  it.each([
    [0, true],
    [201, false],
    [403, true],
    [429, false],
    [404, false],
  ])('is told by the status %s of a request', (status, expected) => {
    expect(isError({ ...refused, status })).toBe(expected);
  });
});
