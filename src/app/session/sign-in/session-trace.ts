import { inject, Service } from '@angular/core';

import { jwtClaims } from '../../identity/sign-in/jwt';
import { Trace } from '../../trace/trace';
import type { SignInEvent, WhoSignsIn } from '../../trace/trace-event';
import { tracedClaims } from '../../trace/traced-claims';
import type { SignInPurpose } from './sign-in-purpose';

/** Tells the trace what happens to sessions. No token leaves this file: its claims do, each in its place. */
@Service()
export class SessionTrace {
  readonly #trace = inject(Trace);
  #lastToken: unknown;

  /** A sign-in of the first person begins. */
  begins(): void {
    this.#trace.begin('signIn');
    this.signIn({ who: 'first', step: 'opened', transport: 'redirect' });
  }

  /** The page is left for a second sign-in; a link for which it is goes on in the page that comes back. */
  leaves({ kind: purpose, connection }: SignInPurpose): void {
    if (purpose === 'link') this.#trace.begin('link');
    this.signIn({ who: 'second', step: 'opened', transport: 'redirect', connection });
  }

  signIn(event: Omit<SignInEvent, 'kind'>): void {
    this.#trace.record(() => ({ kind: 'signIn', ...event }));
  }

  /** What became of the first person's session, and what its ID token says. */
  settled(
    { status }: { readonly status: string },
    claims: Readonly<Record<string, unknown>> | undefined,
  ): void {
    if (claims !== undefined) this.#trace.begin('signIn');
    this.#trace.record(() => ({
      kind: 'state',
      of: 'session',
      from: 'starting',
      to: status,
    }));
    if (claims !== undefined) this.#judged('first', new Map(Object.entries(claims)), status);
  }

  /** An ID token was judged; `defect` is what is wrong with it. */
  judged(who: WhoSignsIn, idToken: string, defect: string | undefined): void {
    this.#judged(who, jwtClaims(idToken), defect ?? 'accepted');
  }

  /** An access token is used; that is worth telling when it is another than before. */
  used(accessToken: string): void {
    const claims = jwtClaims(accessToken);
    const iat = claims.get('iat');
    if (iat === this.#lastToken) return;
    this.#lastToken = iat;
    this.#trace.record(() => ({
      kind: 'renewal',
      outcome: 'renewed',
      claims: tracedClaims(claims),
    }));
  }

  /** The person has signed out: of what they did nothing stays. */
  ends(): void {
    this.#trace.end();
  }

  /** There is no token to use. */
  refused(reason: string): void {
    this.#trace.record(() => ({ kind: 'renewal', outcome: 'refused', reason }));
  }

  #judged(who: WhoSignsIn, claims: ReadonlyMap<string, unknown>, verdict: string): void {
    this.#trace.record(() => ({ kind: 'claims', who, verdict, claims: tracedClaims(claims) }));
  }
}
