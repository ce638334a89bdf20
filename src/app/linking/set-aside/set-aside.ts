import { Component, computed, input, output, viewChild, type ElementRef } from '@angular/core';

import { holdsSubject, type Account } from '../../identity/account';
import { connectionsFor, type Connection } from '../../identity/connection';
import type { PutBackRequest } from '../../identity/settings/set-aside';
import type {
  ArchivedConnections,
  SettingsArchive,
} from '../../identity/settings/settings-archive';
import { AsideEntry } from './aside-entry';
import { asideSource } from './aside-source';

/** The settings that a link has set aside in this account: what they are, and how to be rid of them. */
@Component({
  selector: 'app-set-aside',
  imports: [AsideEntry],
  template: `
    @if (entries().length > 0) {
      <section aria-labelledby="set-aside">
        <h2 #heading id="set-aside" tabindex="-1" i18n>Saved values</h2>
        <p class="lead" i18n>
          When you linked accounts, these values were not chosen. Nothing uses them.
        </p>
        @for (entry of entries(); track entry.subject) {
          <app-aside-entry
            [subject]="entry.subject"
            [name]="entry.name"
            [settings]="entry.settings"
            [busy]="busy()"
            [waysBack]="entry.waysBack"
            (putBack)="putBackTo(entry.subject, $event)"
            (removed)="remove(entry.subject)"
          />
        }
      </section>
    }
  `,
  styles: `
    :host(:empty) {
      display: none;
    }

    section {
      display: grid;
      gap: 8px;
      margin-block-start: 16px;
    }

    h2 {
      margin: 0;
    }

    h2:focus {
      outline: none;
    }

    .lead {
      margin-block-end: 8px;
    }
  `,
})
export class SetAside {
  readonly archive = input.required<SettingsArchive>();
  /** By which connection each account was linked; those of before it was kept are missing. */
  readonly linkedBy = input<ArchivedConnections>(new Map());
  readonly account = input.required<Account>();
  readonly connections = input.required<readonly Connection[]>();
  /** Whether something of it is being removed, or put back. */
  readonly busy = input.required<boolean>();
  /** The subject whose settings are to go. */
  readonly removed = output<string>();
  readonly putBack = output<PutBackRequest>();

  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly entries = computed(() =>
    [...this.archive()]
      .filter(([, settings]) => settings.size > 0)
      .map(([subject, settings]) => ({
        subject,
        name: asideSource(
          subject,
          this.account(),
          this.connections(),
          this.linkedBy().get(subject),
        ),
        settings,
        waysBack: this.waysBack(subject),
      })),
  );

  protected putBackTo(owner: string, connection: Connection): void {
    this.putBack.emit({ holder: this.account().userId, owner, connection });
  }

  protected remove(subject: string): void {
    // The pressed button is gone now, and the whole entry soon.
    this.heading()?.nativeElement.focus();
    this.removed.emit(subject);
  }

  /** How to prove the account that settings come from; it must be one of its own again. */
  private waysBack(subject: string): readonly Connection[] {
    return holdsSubject(this.account(), subject)
      ? []
      : connectionsFor(this.connections(), subject, this.linkedBy().get(subject));
  }
}
