import { TestBed } from '@angular/core/testing';

import { Trace } from '../../trace/trace';
import { TRACE_IS_ON } from '../../trace/trace-settings';
import { SessionTrace } from './session-trace';

const token = (claims: object): string =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'signature-of-the-token']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

function setUp() {
  TestBed.configureTestingModule({ providers: [{ provide: TRACE_IS_ON, useValue: true }] });
  const trace = TestBed.inject(Trace);

  return {
    tell: TestBed.inject(SessionTrace),
    trace,
    events: () => trace.entries().map(({ event }) => event),
  };
}

describe('SessionTrace', () => {
  it('tells of a token once, and of the next one again', () => {
    const { tell, events } = setUp();
    for (const iat of [1, 1, 1, 2]) tell.used(token({ iat, scope: 'openid' }));

    expect(events().map((event) => event.kind === 'renewal' && event.claims?.['iat'])).toEqual([
      1, 2,
    ]);
  });

  it('tells what an ID token says and what is wrong with it, and never the token', () => {
    const { tell, trace, events } = setUp();
    const idToken = token({ sub: 'auth0|ada', email_verified: true });
    tell.judged('second', idToken, undefined);
    tell.judged('second', idToken, 'wrong-issuer');

    expect(events()).toMatchObject([
      { kind: 'claims', who: 'second', verdict: 'accepted', claims: { email_verified: true } },
      { kind: 'claims', verdict: 'wrong-issuer' },
    ]);
    for (const part of idToken.split('.')) {
      expect(JSON.stringify(trace.entries())).not.toContain(part);
    }
  });

  it('begins a flow with the first person’s sign-in', () => {
    const { tell, trace } = setUp();
    tell.begins();

    expect(trace.flows()).toMatchObject([{ kind: 'signIn' }]);
    expect(trace.entries()).toMatchObject([{ flow: 1, event: { who: 'first', step: 'opened' } }]);
  });

  it('calls it no sign-in where a page that is loaded again finds the session that there was', () => {
    const again = setUp();
    again.tell.settled({ status: 'signedIn' }, { sub: 'auth0|ada' });
    expect(again.trace.flows()).toMatchObject([{ kind: 'page' }]);
    TestBed.resetTestingModule();
    const back = setUp();
    back.trace.goOnWith(['signIn']);
    back.tell.settled({ status: 'signedIn' }, { sub: 'auth0|ada' });

    expect(back.trace.flows()).toMatchObject([{ kind: 'signIn' }]);
  });

  it('begins the flow of a link that leaves the page', () => {
    const { tell, trace } = setUp();
    tell.leaves({ kind: 'link', connection: 'google-oauth2' });

    expect(trace.flows()).toMatchObject([{ kind: 'link' }]);
    expect(trace.entries()).toMatchObject([
      { flow: 1, event: { who: 'second', step: 'opened', connection: 'google-oauth2' } },
    ]);
  });
});
