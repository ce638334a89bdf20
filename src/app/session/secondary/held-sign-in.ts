import { inject, Service } from '@angular/core';

import { TenantClock } from '../tokens/tenant-clock';
import type { SecondaryEvent } from './secondary-auth-service';

type SignedIn = Extract<SecondaryEvent, { kind: 'signedIn' }>;

/** How long a sign-in is held once its review was left, in milliseconds: for whoever went back to look. */
const heldForMs = 300_000;

/**
 * Holds the second sign-in of a review that somebody has left by Back, so that coming again leads to the review. It is
 * in the memory of this page alone, like every second sign-in, and gone with it or after a few minutes.
 */
@Service()
export class HeldSignIn {
  readonly #clock = inject(TenantClock);
  #held: { readonly connection: string; readonly signedIn: SignedIn } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Holds a sign-in with this connection, in the place of any other. */
  hold(connection: string, signedIn: SignedIn): void {
    this.drop();
    this.#held = { connection, signedIn };
    this.#timer = setTimeout(() => this.drop(), heldForMs);
  }

  /** Whether a sign-in with this connection is held, and still proves who it was. */
  holds(connection: string): boolean {
    const { signedIn } = this.#held?.connection === connection ? this.#held : {};

    return signedIn !== undefined && this.#clock.now() < signedIn.result.claims.expiresAtMs;
  }

  /** Gives the sign-in with this connection, once. Whatever else was held is dropped. */
  take(connection: string): SignedIn | undefined {
    const taken = this.holds(connection) ? this.#held?.signedIn : undefined;
    this.drop();

    return taken;
  }

  /** Forgets the sign-in that is held. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#held = undefined;
  }
}
