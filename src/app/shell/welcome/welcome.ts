import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { connectionKind } from '../../identity/connection-kinds';
import type { LeavingFailure } from '../../identity/failure';
import { SupportNote } from '../../linking/notices/support-note';
import { Afresh } from '../../page-translation/afresh';
import { PrimarySession } from '../../session/primary/primary-session';
import type { SessionState, SignInProblem } from '../../session/primary/session-state';
import { LeavingError } from '../../session/sign-in/leaving-error';
import type { User } from '../../session/user/user';
import { CodeWays } from './code-ways';
import { LanguageSelect } from '../user-menu/language-select';
import { problemWords } from './sign-in-problem-words';
import { PagePath } from '../../linking/ui/links/page-path';

/** `/`: what this is, and the way in. */
@Component({
  selector: 'app-welcome',
  imports: [Afresh, CodeWays, LanguageSelect, MatButton, PagePath, RouterLink, SupportNote],
  templateUrl: './welcome.html',
  styleUrl: './welcome.scss',
})
export class Welcome {
  readonly #session = inject(PrimarySession);

  readonly #config = inject(LIGATURE_CONFIG);

  protected readonly productName = this.#config.branding.productName;
  protected readonly state = this.#session.state;
  protected readonly leaving = signal(false);
  /** Whether the page is being left; it is still there until the next one answers. */
  protected readonly isOnTheWay = signal(false);
  readonly #blocker = signal<LeavingFailure | undefined>(undefined);
  /** What keeps somebody from signing in: found out just now, or before. */
  protected readonly problem = computed(() => this.#blocker() ?? problemIn(this.state()));
  protected readonly words = computed(() => {
    const problem = this.problem();

    return problem && problemWords(problem);
  });

  /** Whether to offer a code beside the sign-in at the tenant's page, if there is one to offer. */
  protected readonly offersCodes = computed(() => {
    const { status } = this.state();
    const remedy = this.words()?.remedy;
    const isOffered =
      status === 'anotherPerson' ||
      (status === 'signedOut' && remedy !== 'reload' && remedy !== 'signOut');

    return isOffered && this.#config.connections.some(({ strategy }) => sendsCodes(strategy));
  });
  /** Whether the tab is somebody's who may not be the one that looks at it. */
  protected readonly mayBeAnother = computed(() => {
    const state = this.state();

    return state.status === 'signedOut' ? state.expected !== undefined : 'found' in state;
  });
  /** Whether somebody has signed out, so as to add a sign-in method to the account that they sign in to now. */
  protected readonly isToAdd = this.#session.toAdd !== undefined;

  protected async signIn(): Promise<void> {
    await this.#leave(() => this.#session.signIn());
  }

  /** Signs in with a code that this connection sends. */
  protected async signInBy(connection: string): Promise<void> {
    await this.#leave(() => this.#session.signIn(undefined, connection));
  }

  protected async goOnAs(user: User): Promise<void> {
    await this.#leave(() => this.#session.welcome(user));
  }

  /** Gives the tab up, so that whoever signs in next is welcome. */
  protected async startOver(): Promise<void> {
    await this.#leave(() => this.#session.signOut());
  }

  protected loadAgain(): void {
    this.#session.startAgain();
  }

  /** Where leaving fails, the page says why, and it can be tried again. */
  async #leave(leave: () => Promise<void>): Promise<void> {
    this.leaving.set(true);
    this.isOnTheWay.set(true);
    this.#blocker.set(undefined);
    try {
      await leave();
    } catch (cause) {
      this.isOnTheWay.set(false);
      this.#blocker.set(LeavingError.from(cause).code);
    } finally {
      this.leaving.set(false);
    }
  }
}

const sendsCodes = (strategy: string): boolean => connectionKind(strategy).messageTo !== undefined;

const problemIn = (state: SessionState): SignInProblem | undefined =>
  state.status === 'signedOut' ? state.problem : undefined;
