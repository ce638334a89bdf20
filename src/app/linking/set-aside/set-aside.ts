import { Component, computed, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Archive } from 'lucide';

import { holdsSubject, labelOfIdentity, type Account } from '../../identity/account';
import { connectionsFor, providerLabel, type Connection } from '../../identity/connection';
import { subjectOf } from '../../identity/identity';
import type { Settings } from '../../identity/json';
import { returnableTo } from '../../identity/settings/brought-values';
import {
  archiveKey,
  isForbiddenName,
  isReservedKey,
} from '../../identity/settings/reserved-settings';
import type { SavedValue } from '../../identity/settings/saved-value';
import type { PutBackRequest } from '../../identity/settings/set-aside';
import {
  broughtOf,
  type ArchivedConnections,
  type SettingsArchive,
} from '../../identity/settings/settings-archive';
import { Afresh } from '../../page-translation/afresh';
import { saveSettings } from '../settings/save-settings';
import { settingName, settingNames, unlistedNames } from '../settings/setting-name';
import { isListed } from '../settings/setting-vocabulary';
import { Fold } from '../ui/fold';
import { AsideEntry } from './aside-entry';

/** The values that links have saved in this account, in a folded line: what they are, and what can be done with each. */
@Component({
  selector: 'app-set-aside',
  imports: [Afresh, AsideEntry, Fold, MatButton],
  templateUrl: './set-aside.html',
  styles: `
    :host(:empty) {
      display: none;
    }

    .lead {
      margin-block-start: 0;
      font: var(--ligature-type-small);
    }

    .source {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
      align-items: center;
      margin-block: 16px 4px;
    }

    h3 {
      flex: 1 1 240px;
      margin: 0;
      font: var(--ligature-type-mini);
      overflow-wrap: anywhere;
    }

    ul {
      margin: 0;
      padding: 0;
      list-style: none;
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
  /** What belongs to the site, and is not taken into use. */
  readonly reserved = input<readonly string[]>([]);
  readonly used = output<SavedValue>();
  /** The subject whose value is to go, and its key. */
  readonly removed = output<Pick<SavedValue, 'subject' | 'key'>>();
  readonly putBack = output<PutBackRequest>();

  private readonly fold = viewChild(Fold);

  protected readonly icon = Archive;
  protected readonly count = computed(() =>
    this.entries().reduce((sum, { settings }) => sum + settings.size, 0),
  );
  protected readonly hint = computed(() =>
    settingNames(new Set(this.entries().flatMap(({ settings }) => [...settings.keys()]))),
  );
  /** Whether a value is among them that nothing uses. */
  protected readonly hasUnused = computed(() =>
    this.entries().some(({ values, unlisted }) => values.length > 0 || unlisted !== ''),
  );
  protected readonly entries = computed(() =>
    this.subjects()
      .map((subject) => this.entryOf(subject))
      .filter(({ settings, lost }) => settings.size > 0 || lost !== ''),
  );

  /** Whose values are saved here, or could go back to them. */
  private readonly subjects = computed(() => [
    ...new Set([
      ...this.archive().keys(),
      ...broughtOf(this.account().settings.get(archiveKey)).keys(),
    ]),
  ]);

  protected putBackTo(owner: string, connection: Connection, key?: string): void {
    this.putBack.emit({
      holder: this.account().userId,
      owner,
      connection,
      ...(key !== undefined && { key }),
    });
  }

  protected use({ subject, key, value }: SavedValue): void {
    // The pressed button is gone soon.
    this.fold()?.focus();
    this.used.emit({ subject, key, value });
  }

  protected remove({ subject, key }: SavedValue): void {
    this.fold()?.focus();
    this.removed.emit({ subject, key });
  }

  protected download(subject: string, settings: Settings): void {
    saveSettings(subject, settings);
  }

  private entryOf(subject: string) {
    const account = this.account();
    const linkedBy = this.linkedBy().get(subject);
    const aside: Settings = this.archive().get(subject) ?? new Map();
    // What a method that is linked has brought belongs to this account.
    const { values, lost } = holdsSubject(account, subject)
      ? { values: aside, lost: [] }
      : returnableTo(account.settings, subject);
    const settings: Settings = new Map([...aside, ...values]);
    const brought = [...values.keys()].filter((key) => !aside.has(key));

    return {
      subject,
      name: asideSource(account, this.connections(), { subject, linkedBy }),
      settings,
      values: [...aside]
        .filter(([key]) => isListed(key))
        .map(([key, value]) => ({
          subject,
          key,
          value,
          id: `saved ${subject} ${key}`.replaceAll(/\s/g, '-'),
          name: settingName(key),
          mayBeUsed: !this.isSites(key),
        })),
      unlisted: unlistedNames(aside.keys()),
      brought: settingNames(brought),
      lost: settingNames(lost),
      waysBack: settings.size > 0 ? this.waysBack(subject) : [],
    };
  }

  /** Whether a value may not be written as a setting, neither here nor in the account that it comes from. */
  private isSites(key: string): boolean {
    return isForbiddenName(key) || isReservedKey(key, this.reserved());
  }

  /** How to prove the account that settings come from; it must be one of its own again. */
  private waysBack(subject: string): readonly Connection[] {
    return holdsSubject(this.account(), subject)
      ? []
      : connectionsFor(this.connections(), subject, this.linkedBy().get(subject));
  }
}

/** What to call the account that settings come from: as one of the sign-in methods, or by what is left of it. */
function asideSource(
  account: Account,
  connections: readonly Connection[],
  { subject, linkedBy }: { readonly subject: string; readonly linkedBy?: string | undefined },
): string {
  if (subject === account.userId) return $localize`This account, before a link`;
  const identity = account.identities.find((each) => subjectOf(each) === subject);
  if (identity !== undefined) {
    return `${providerLabel(connections, identity)} ${labelOfIdentity(account, identity)}`;
  }
  const provider = subject.slice(0, subject.indexOf('|'));
  // Where only the kind is known, and several are of it, nobody can say which of them it was.
  const [only, ...others] = connectionsFor(connections, subject, linkedBy);
  const connection = linkedBy ?? (others.length === 0 ? only?.name : undefined) ?? provider;

  return $localize`${providerLabel(connections, { provider, connection })}:provider: account that isn't linked now`;
}
