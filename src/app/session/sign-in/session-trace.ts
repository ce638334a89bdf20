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

  /** Tells that a sign-in of the first person begins. */
  begins(): void {
    this.#trace.begin('signIn');
    this.signIn({ who: 'first', step: 'opened', transport: 'redirect' });
  }

  /** Tells that the page is left for a second sign-in; a link that it is for goes on in the page that comes back. */
  leaves({ kind: purpose, connection }: SignInPurpose): void {
    if (purpose === 'link') this.#trace.begin('link');
    this.signIn({ who: 'second', step: 'opened', transport: 'redirect', connection });
  }

  /** Tells how far a sign-in is. */
  signIn(event: Omit<SignInEvent, 'kind'>): void {
    this.#trace.record(() => ({ kind: 'signIn', ...event }));
  }

  /** Tells what became of the first person's session, and what its ID token says. */
  settled(
    { status }: { readonly status: string },
    claims: Readonly<Record<string, unknown>> | undefined,
  ): void {
    // A page that is loaded again finds the session that there was: nobody has signed in.
    if (claims !== undefined) {
      this.#trace.begin(this.#trace.comesBackFor('signIn') ? 'signIn' : 'page');
    }
    this.#trace.record(() => ({
      kind: 'state',
      of: 'session',
      from: 'starting',
      to: status,
    }));
    if (claims !== undefined) this.#judged('first', new Map(Object.entries(claims)), status);
  }

  /** Tells that an ID token was judged; `defect` is what is wrong with it. */
  judged(who: WhoSignsIn, idToken: string, defect: string | undefined): void {
    this.#judged(who, jwtClaims(idToken), defect ?? 'accepted');
  }

  /** Tells that an access token is used, if it is another one than before. */
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

  /** Ends the trace: the person has signed out, and nothing of what they did stays. */
  ends(): void {
    this.#trace.end();
  }

  #judged(who: WhoSignsIn, claims: ReadonlyMap<string, unknown>, verdict: string): void {
    this.#trace.record(() => ({ kind: 'claims', who, verdict, claims: tracedClaims(claims) }));
  }
}
