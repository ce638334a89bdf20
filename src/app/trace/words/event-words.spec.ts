import { eventName } from './event-name';
import { eventWords, searchedText } from './event-words';
import { masking } from '../masking';
import { personal } from '../personal';
import type { RequestEvent, TraceEvent } from '../trace-event';

const request = (method: string, path: string, status: number): RequestEvent => ({
  kind: 'request',
  method,
  origin: 'https://login.acme.example',
  path,
  parameters: {},
  sends: [],
  status,
  durationMs: 1,
});
const state = (of: string, to: string): TraceEvent => ({ kind: 'state', of, from: 'idle', to });
const decided = (about: string, decision: string): TraceEvent => ({
  kind: 'decision',
  about,
  decision,
  reasons: [personal('id', 'auth0|ada')],
});

describe('eventWords', () => {
  it.each<[TraceEvent, string]>([
    [
      request('POST', '/api/v2/users/{id}/identities', 201),
      'This page asked the Management API to link the accounts: done',
    ],
    [
      request('GET', '/api/v2/users/{id}', 404),
      'This page asked the Management API to read an account: it is not there',
    ],
    [
      request('POST', '/oauth/token', 0),
      'This page asked the tenant for tokens: no answer that this page can read',
    ],
    [
      request('GET', '/_tenant/api/health', 200),
      'This page asked the local tenant’s workbench for /_tenant/api/health: answered',
    ],
    [state('link', 'signingIn'), 'The page waits for the sign-in to the second account'],
    [state('session', 'signedOut'), 'Nobody is signed in to this tab'],
    [decided('plan', 'confirmed'), 'The person agreed'],
    [decided('Scopes', 'ok'), 'Check “Scopes”: passed'],
    [decided('Drill “Swap”', 'passed'), 'Drill “Swap”: passed'],
    [
      { kind: 'signIn', who: 'second', step: 'opened', transport: 'popup' },
      'This page opened a window at the tenant, to sign in to the second account',
    ],
    [
      { kind: 'claims', who: 'second', verdict: 'wrong-nonce', claims: {} },
      'This page did not accept the ID token of the second account: wrong-nonce',
    ],
  ])('says what happened, and who asked whom: %j', (event, words) => {
    expect(eventWords(event)).toBe(words);
  });

  it.each(['link', 'unlink'])('knows every state that the page of a %s comes to', (of) => {
    for (const to of [
      'idle',
      'confirmingPrimary',
      'reviewing',
      'sending',
      'done',
      'unknown',
      'failed',
    ])
      expect(eventWords(state(of, to))).not.toContain(to);
  });
});

describe('searchedText', () => {
  it('has the kind and the name of an event as well, and nobody in it', () => {
    const event = decided('plan', 'offered');

    expect(eventName(event, masking())).toBe('plan: offered · auth0|<ID 1>');
    expect(searchedText(event, masking())).toMatch(/^decision .*showed.* plan: offered/);
    expect(searchedText(event, masking())).not.toContain('ada');
  });
});
