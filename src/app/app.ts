import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, LOCALE_ID, signal, type Type } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

import { withConsoleTexts } from '../locales/console/with-console-texts';
import { CLOCK_SKEW, noticeableSkewMs } from './config/clock-skew';
import { LIGATURE_CONFIG } from './config/ligature-config';
import { Help } from './linking/notices/help/help';
import { LinkingHelp } from './linking/notices/help/linking-help';
import { SUPPORT } from './linking/notices/support';
import { PrimarySession } from './session/primary/primary-session';
import { ArrivalFocus } from './shell/arrival/arrival-focus';
import { BrandLinks } from './shell/brand/brand-links';
import { durationWords } from './shell/duration-words';
import { PageCrash } from './shell/errors/page-crash';
import { Offline } from './shell/offline';
import { PageArrival } from './shell/arrival/page-arrival';
import { ThemeChoice } from './shell/user-menu/theme-choice';
import { UserMenu } from './shell/user-menu/user-menu';

/** The shell: who is signed in, the way around, the way out, and the page. */
@Component({
  selector: 'app-root',
  imports: [
    ArrivalFocus,
    BrandLinks,
    LinkingHelp,
    NgComponentOutlet,
    PageArrival,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    UserMenu,
  ],
  templateUrl: './app.html',
  styleUrl: './app.scss',
})
export class App {
  readonly #session = inject(PrimarySession);

  protected readonly help = inject(Help);
  protected readonly crash = inject(PageCrash);
  protected readonly isOffline = inject(Offline).isNow;
  protected readonly branding = inject(LIGATURE_CONFIG).branding;
  protected readonly support = inject(SUPPORT);
  protected readonly staging = inject(LIGATURE_CONFIG).staging;
  /** Whether the person is being signed out; the page is still there until the next one answers. */
  protected readonly isOnTheWay = signal(false);
  /** Which tenant this is; in a chunk of its own, which is loaded where the console is. */
  protected readonly bar = signal<Type<unknown> | undefined>(undefined);
  protected readonly user = computed(() => {
    const state = this.#session.state();

    return state.status === 'signedIn' ? state.user : undefined;
  });

  /** Whether loading the page again signs the person out; they are told before it happens. */
  protected readonly isForgetful = computed(() => {
    const state = this.#session.state();

    return state.status === 'signedIn' && state.isForgetful === true;
  });

  readonly #clockSkew = Math.abs(inject(CLOCK_SKEW));
  protected readonly clockIsWrong = this.#clockSkew >= noticeableSkewMs;
  protected readonly clockError = durationWords(this.#clockSkew, inject(LOCALE_ID));

  // It shows every page in the theme that was chosen, also where there is no menu to choose another.
  readonly #theme = inject(ThemeChoice);
  protected readonly logo = computed(() => {
    const { logoUrl, logoDarkUrl } = this.branding;

    return (this.#theme.isDark() ? logoDarkUrl : undefined) ?? logoUrl;
  });

  constructor() {
    if (this.staging) void this.#loadBar();
  }

  protected async signOut(): Promise<void> {
    this.isOnTheWay.set(true);
    try {
      await this.#session.signOut();
    } catch (cause) {
      this.isOnTheWay.set(false);
      throw cause;
    }
  }

  async #loadBar(): Promise<void> {
    try {
      this.bar.set((await withConsoleTexts(() => import('./shell/staging-bar'))).StagingBar);
    } catch {
      // Everything works without it; the console says which tenant this is as well.
    }
  }
}
