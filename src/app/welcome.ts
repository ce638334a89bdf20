import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { Afresh } from './afresh/afresh';
import { LIGATURE_CONFIG } from './config/ligature-config';
import type { Person } from './session/primary/person';
import { PrimarySession } from './session/primary/primary-session';
import { problemWords } from './sign-in-problem-words';

/** `/`: what this is, and the way in. */
@Component({
  selector: 'app-welcome',
  imports: [Afresh, MatButton, RouterLink],
  templateUrl: './welcome.html',
  styleUrl: './welcome.scss',
})
export class Welcome {
  readonly #session = inject(PrimarySession);

  protected readonly productName = inject(LIGATURE_CONFIG).branding.productName;
  protected readonly state = this.#session.state;
  protected readonly problemWords = problemWords;
  protected readonly leaving = signal(false);

  protected async signIn(): Promise<void> {
    this.leaving.set(true);
    // Where leaving fails, for instance without a network, it can be tried again.
    await this.#session.signIn().finally(() => this.leaving.set(false));
  }

  protected async goOnAs(person: Person): Promise<void> {
    this.leaving.set(true);
    await this.#session.welcome(person).finally(() => this.leaving.set(false));
  }

  /** Gives the tab up, so that whoever signs in next is welcome. */
  protected async startOver(): Promise<void> {
    this.leaving.set(true);
    await this.#session.signOut().finally(() => this.leaving.set(false));
  }
}
