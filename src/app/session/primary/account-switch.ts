import { inject, Service } from '@angular/core';
import { defer, map, type Observable } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { expectAbleToLeave } from '../sign-in/expect-able-to-leave';
import { maxAgeSeconds } from '../sign-in/max-age';
import { SessionError } from '../tokens/session-error';
import { TenantClock } from '../tokens/tenant-clock';
import { lastUser } from '../user/last-user';
import { PinnedUser, SEALED_STORE } from '../user/pinned-user';
import { hintFor, type User } from '../user/user';
import { injectSide } from './side/side-in-time';

/** Does the first account's part in a link that absorbs it, by which its owner becomes the other account. */
@Service()
export class AccountSwitch {
  readonly #config = inject(LIGATURE_CONFIG);
  readonly #store = inject(SEALED_STORE);
  readonly #pinned = new PinnedUser(this.#store);
  readonly #clock = inject(TenantClock);
  readonly #side = injectSide();

  /** Gives the ID token of the first account, with which it can be absorbed. Fails with `SessionError` once expired. */
  credential(): Observable<string> {
    return this.#claims().pipe(
      map(({ expiresAtMs, raw }) => {
        if (raw === undefined || this.#clock.now() >= expiresAtMs)
          throw new SessionError('signed-out');

        return raw;
      }),
    );
  }

  /** Tells when that ID token expires, in milliseconds since 1970 by the tenant's clock. */
  credentialExpiresAtMs(): Observable<number> {
    return this.#claims().pipe(map(({ expiresAtMs }) => expiresAtMs));
  }

  /** Notes which account the person is about to become, so that its sign-in is accepted even after a reload. */
  async expect(successor: User): Promise<void> {
    const pinned = await this.#pinned.read();
    if (pinned !== undefined) await this.#pinned.pin({ ...pinned, successor });
  }

  /**
   * Makes this tab the successor's, and leaves to sign them in; the tenant's own session is theirs already. Does
   * nothing where no successor is noted. Fails with {@link LeavingError} where the page cannot be left; the tab is
   * whose it was then.
   */
  async complete(target: string): Promise<void> {
    const successor = (await this.#pinned.read())?.successor;
    if (successor === undefined) return;
    await expectAbleToLeave(this.#store, this.#config.tenant.origin);
    const side = await this.#side();
    await Promise.all([this.#pinned.pin(successor), lastUser.remember(successor.subject)]);

    await side.leaveToSignIn({
      appState: { target },
      authorizationParams: { max_age: maxAgeSeconds, ...hintFor(successor) },
    });
  }

  #claims(): Observable<{ expiresAtMs: number; raw: string | undefined }> {
    return defer(async () => (await this.#side()).idTokenClaims()).pipe(
      map((claims) => ({ expiresAtMs: (claims?.exp ?? 0) * 1000, raw: claims?.__raw })),
    );
  }
}
