import { TestBed } from '@angular/core/testing';

import { Trace, traceCapacity } from './trace';
import { TRACE_IS_ON } from './trace-settings';
import type { TraceEvent } from './trace-event';

function setUp({ isOn = true }: { isOn?: boolean } = {}) {
  TestBed.configureTestingModule({ providers: [{ provide: TRACE_IS_ON, useValue: isOn }] });

  return TestBed.inject(Trace);
}

const moved = (to: string): TraceEvent => ({ kind: 'state', of: 'link', from: 'idle', to });

describe('Trace', () => {
  it('is off unless somebody turns it on, and then does not even make the events', () => {
    TestBed.configureTestingModule({});
    const trace = TestBed.inject(Trace);
    const event = jest.fn(() => moved('signingIn'));
    trace.begin('link');
    trace.record(event);

    expect(event).not.toHaveBeenCalled();
    expect(trace.entries()).toEqual([]);
    expect(trace.flows()).toEqual([]);
  });

  it('keeps events in their order, each with the flow it belongs to', () => {
    const trace = setUp();
    trace.record(() => moved('a'));
    trace.begin('signIn');
    trace.record(() => moved('b'));
    trace.begin('link');
    trace.record(() => moved('c'));

    expect(trace.entries().map(({ id, flow }) => [id, flow])).toEqual([
      [1, undefined],
      [2, 1],
      [3, 2],
    ]);
    expect(trace.flows().map(({ kind }) => kind)).toEqual(['signIn', 'link']);
  });

  it('forgets the oldest events when there are too many', () => {
    const trace = setUp();
    for (let count = 0; count < traceCapacity + 5; count += 1) trace.record(() => moved('x'));

    expect(trace.entries()).toHaveLength(traceCapacity);
    expect(trace.entries()[0]?.id).toBe(6);
  });

  it('tells whoever looks that something is new', () => {
    const trace = setUp();
    expect(trace.entries()).toEqual([]);
    trace.record(() => moved('a'));

    expect(trace.entries()).toHaveLength(1);
    trace.clear();
    expect(trace.entries()).toEqual([]);
  });

  it('lets no secret in, whatever it is given', () => {
    const trace = setUp();
    trace.record(() => moved('https://a.example/callback?code=abc123&state=xyz'));

    expect(JSON.stringify(trace.entries())).not.toMatch(/abc123|xyz/);
  });
});
