import { Component, computed, input, output, viewChild, type ElementRef } from '@angular/core';

import type { Account } from '../../identity/account';
import type { Connection } from '../../identity/connection';
import type { SettingsArchive } from '../../identity/settings-archive';
import { AsideEntry } from './aside-entry';
import { asideSource } from './aside-source';

/** The settings that a link has set aside in this account: what they are, and how to be rid of them. */
@Component({
  selector: 'app-set-aside',
  imports: [AsideEntry],
  template: `
    @if (entries().length > 0) {
      <section aria-labelledby="set-aside">
        <h2 #heading id="set-aside" tabindex="-1" i18n>Set aside</h2>
        <p class="lead" i18n>
          Where two accounts had different values for the same setting, the one you did not choose
          is kept here. Nothing uses it. Unlink that account and link it again to choose anew, or
          remove what you do not need.
        </p>
        @for (entry of entries(); track entry.subject) {
          <app-aside-entry
            [subject]="entry.subject"
            [name]="entry.name"
            [settings]="entry.settings"
            [busy]="busy()"
            (removed)="remove(entry.subject)"
          />
        }
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: 8px;
      margin-block-start: 16px;
    }

    h2,
    .lead {
      margin: 0;
    }

    h2:focus {
      outline: none;
    }

    .lead {
      margin-block-end: 8px;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class SetAside {
  readonly archive = input.required<SettingsArchive>();
  readonly account = input.required<Account>();
  readonly connections = input.required<readonly Connection[]>();
  /** Whether a removal is on its way. */
  readonly busy = input.required<boolean>();
  /** The subject whose settings are to go. */
  readonly removed = output<string>();

  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly entries = computed(() =>
    [...this.archive()]
      .filter(([, settings]) => settings.size > 0)
      .map(([subject, settings]) => ({
        subject,
        name: asideSource(subject, this.account(), this.connections()),
        settings,
      })),
  );

  protected remove(subject: string): void {
    // The pressed button is gone now, and the whole entry soon.
    this.heading()?.nativeElement.focus();
    this.removed.emit(subject);
  }
}
