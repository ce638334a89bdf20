import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { forgetfulTab, unfinishedSignOut } from '../sealed/marks';
import { addressOf, logoutAddress, startUrl } from '../sign-in/callback-url';
import { isOffline } from '../sign-in/is-offline';
import { SessionTrace } from '../sign-in/session-trace';
import { lastUser } from '../user/last-user';
import { PinnedUser, SEALED_STORE } from '../user/pinned-user';
import { subjectDigest } from '../user/subject-digest';
import { OtherTabs } from '../window/other-tabs';
import { injectSdk } from './sdk-in-time';

/** Signs the first person out, in whichever of their tabs they do it. */
@Service()
export class SignOut {
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;
  readonly #store = inject(SEALED_STORE);
  readonly #pinned = new PinnedUser(this.#store);
  readonly #otherTabs = inject(OtherTabs);
  readonly #trace = inject(SessionTrace);
  readonly #sdk = injectSdk();

  constructor() {
    this.#otherTabs.whenSignedOut((digest) => void this.#leaveIfItIs(digest));
  }

  /** Forgets the person here and in their other tabs, and leaves. The start page says so if the tenant is not told. */
  async leave(): Promise<void> {
    const pinned = await this.#pinned.read();
    const digest = pinned && (await subjectDigest(pinned.subject));
    this.#forget();
    if (digest !== undefined) this.#otherTabs.announceSignOut(digest);
    // Until the tenant is told, whoever uses this browser next may get in there as this person.
    unfinishedSignOut.note();
    if (await isOffline(this.#tenant.origin)) {
      window.location.replace(addressOf('/'));

      return;
    }
    unfinishedSignOut.forget();
    await this.#leaveForTheTenant();
  }

  async #leaveForTheTenant(): Promise<void> {
    try {
      const { auth } = await firstValueFrom(this.#sdk);
      await firstValueFrom(auth.logout({ logoutParams: { returnTo: startUrl() } }));
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
