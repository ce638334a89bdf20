import { inject, Service } from '@angular/core';
import { firstValueFrom, from, of, timeout } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { forgetfulTab, unfinishedSignOut } from '../sealed/marks';
import { addressOf, logoutAddress, startUrl } from '../sign-in/callback-url';
import { isOffline } from '../sign-in/is-offline';
import { SessionTrace } from '../sign-in/session-trace';
import { lastUser } from '../user/last-user';
import { PinnedUser, SEALED_STORE } from '../user/pinned-user';
import { subjectDigest } from '../user/subject-digest';
import { OtherTabs } from '../window/other-tabs';
import { injectSideInTime } from './side/side-in-time';

/** How long somebody who wants to be gone is kept waiting for what is still to be written, in milliseconds. */
const mostWaitMs = 3000;

/** Signs the first person out, in whichever of their tabs they do it. */
@Service()
export class SignOut {
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  readonly #store = inject(SEALED_STORE);
  readonly #pinned = new PinnedUser(this.#store);
  readonly #otherTabs = inject(OtherTabs);
  readonly #trace = inject(SessionTrace);
  readonly #side = injectSideInTime();
  readonly #finishing: (() => Promise<unknown>)[] = [];

  constructor() {
    this.#otherTabs.whenSignedOut((digest) => void this.#leaveIfItIs(digest));
  }

  /** Has a sign-out in this tab wait a moment for what only this person can still have written. */
  waitFor(finish: () => Promise<unknown>): void {
    this.#finishing.push(finish);
  }

  /** Forgets the person here and in their other tabs, and leaves. The start page says so if the tenant is not told. */
  async leave(): Promise<void> {
    const pinned = await this.#pinned.read();
    const digest = pinned && (await subjectDigest(pinned.subject));
    if (digest !== undefined) this.#otherTabs.announceSignOut(digest);
    // Until the tenant is told, whoever uses this browser next may get in there as this person.
    unfinishedSignOut.note();
    await this.#finish();
    this.#forget();
    if (await isOffline(this.#tenant.origin)) {
      window.location.replace(addressOf('/'));

      return;
    }
    unfinishedSignOut.forget();
    await this.#leaveForTheTenant();
  }

  /** Finishes what can be finished in a moment; a sign-out never fails for the rest. */
  async #finish(): Promise<void> {
    const finished = Promise.allSettled(this.#finishing.map((finish) => finish()));
    await firstValueFrom(
      from(finished).pipe(timeout({ first: mostWaitMs, with: () => of(undefined) })),
    );
  }

  async #leaveForTheTenant(): Promise<void> {
    try {
      const side = await firstValueFrom(this.#side);
      await side.signOut(startUrl());
    } catch {
      // The SDK may not load, and the tenant has to be told all the same.
      window.location.replace(logoutAddress(this.#tenant));
    }
  }

  async #leaveIfItIs(digest: string): Promise<void> {
    const pinned = await this.#pinned.read();
    if (pinned === undefined || (await subjectDigest(pinned.subject)) !== digest) return;
    this.#forget();
    window.location.replace(addressOf('/'));
  }

  #forget(): void {
    this.#store.names().forEach((name) => this.#store.remove(name));
    lastUser.forget();
    forgetfulTab.forget();
    this.#trace.ends();
  }
}
