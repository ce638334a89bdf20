import { Component, computed, effect, inject, signal, untracked } from '@angular/core';

import type { Account } from '../../app/identity/account';
import { SignedInAccountStore } from '../../app/linking/account/signed-in-account-store';
import { FailureNotice } from '../../app/linking/notices/failure-notice';
import { MessagePlace } from '../../app/linking/notices/message-place';
import { ProgressNotice } from '../../app/linking/notices/progress-notice';
import { PortalTasks } from './portal-tasks';

/**
 * Has the portal told what it is still to be told, once for each page that is opened, and says where it did not answer,
 * until it has.
 */
@Component({
  selector: 'ligature-portal-part',
  imports: [FailureNotice, MessagePlace, ProgressNotice],
  template: `
    <app-message-place [answer]="answer()">
      @let telling = tasks.telling();
      @switch (telling.status) {
        @case ('telling') {
          <app-progress-notice label="One moment" i18n-label />
        }
        @case ('open') {
          <app-failure-notice
            [code]="telling.what === 'link' ? 'link-not-told' : 'unlink-not-told'"
            (retried)="tellAgain()"
          />
        }
        @default {
          @if (isPressed()) {
            <p class="heard" role="status" i18n>Done</p>
          }
        }
      }
    </app-message-place>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class PortalPartNotice {
  readonly #account = inject(SignedInAccountStore);
  protected readonly tasks = inject(PortalTasks);
  protected readonly isPressed = signal(false);
  /** Nobody who reads is interrupted by what goes on by itself. */
  protected readonly answer = computed(() => (this.isPressed() ? this.tasks.telling() : undefined));
  readonly #tried = new Set<string>();

  constructor() {
    effect(() => {
      const read = this.#account.read();
      if (read.status === 'read') untracked(() => this.#look(read.account));
    });
  }

  protected tellAgain(): void {
    const read = this.#account.read();
    if (read.status !== 'read') return;
    this.isPressed.set(true);
    void this.tasks.tell(read.account);
  }

  #look(account: Account): void {
    void this.tasks.forgetStale(account);
    const due = this.tasks.due(account);
    if (due.every(({ id }) => this.#tried.has(id))) {
      this.tasks.leave(due);
    } else {
      due.forEach(({ id }) => this.#tried.add(id));
      void this.tasks.tell(account);
    }
  }
}
