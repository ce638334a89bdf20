import { masking, revealed } from '../../../trace/masking';
import { personal } from '../../../trace/personal';
import type { TraceEntry } from '../../../trace/trace-entry';
import type { TraceEvent } from '../../../trace/trace-event';
import { entriesThatMatch } from './trace-filter';

const entry = (id: number, flow: number, event: TraceEvent): TraceEntry => ({
  id,
  atMs: 0,
  flow,
  event,
});
const entries = [
  entry(1, 1, { kind: 'state', of: 'link', from: 'idle', to: 'signingIn' }),
  entry(2, 1, {
    kind: 'decision',
    about: 'plan',
    decision: 'offered',
    reasons: [personal('id', 'auth0|ada')],
  }),
  entry(3, 2, { kind: 'state', of: 'unlink', from: 'idle', to: 'reviewing' }),
];

const idsOf = (search: string, flow?: number, write = masking()) =>
  entriesThatMatch(entries, { search, flow, write }).map(({ id }) => id);

describe('entriesThatMatch', () => {
  it('is everything where nothing is asked for', () => {
    expect(idsOf('  ')).toEqual([1, 2, 3]);
  });

  it('finds lines that hold every word, in any order and any case', () => {
    expect(idsOf('IDLE state')).toEqual([1, 3]);
    expect(idsOf('idle reviewing')).toEqual([3]);
  });

  it('looks at some of them alone', () => {
    const filter = { search: 'idle', flow: undefined, among: new Set([2, 3]), write: masking() };

    expect(entriesThatMatch(entries, filter).map(({ id }) => id)).toEqual([3]);
  });

  it('shows one flow alone', () => {
    expect(idsOf('', 1)).toEqual([1, 2]);
    expect(idsOf('idle', 2)).toEqual([3]);
  });

  it('finds a person only where they are revealed', () => {
    expect(idsOf('ada')).toEqual([]);
    expect(
      entriesThatMatch(entries, { search: 'ada', flow: undefined, write: revealed }),
    ).toHaveLength(1);
  });
});
