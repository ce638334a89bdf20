import { Component, computed, input } from '@angular/core';

import type { Connection } from '../../identity/connection';
import type { LinkPlan } from '../../identity/link/link-plan';
import { settingNames } from '../settings/setting-name';
import { accountNames } from '../ui/accounts/account-names';
import { strangerWords } from './direction-words';
import { lossWords } from './plan-words';

/** What a link takes away, and what it saves in the account that stays. */
@Component({
  selector: 'app-plan-lists',
  templateUrl: './plan-lists.html',
  styleUrl: './plan-lists.scss',
})
export class PlanLists {
  readonly plan = input.required<LinkPlan>();
  readonly connections = input.required<readonly Connection[]>();

  protected readonly accounts = computed(() => accountNames(this.plan(), this.connections()));
  protected readonly losses = computed(() =>
    this.plan().losses.map((loss) => lossWords(loss, this.accounts().absorbed)),
  );
  protected readonly elsewhere = computed(() => strangerWords(this.accounts().absorbed));
  /** What is saved of the absorbed account, and of the kept one. */
  protected readonly savedOfAbsorbed = computed(() => this.#savedOf(this.plan().absorbed.userId));
  protected readonly savedOfKept = computed(() => this.#savedOf(this.plan().kept.userId));
  /** What the portal keeps to itself, so that it does not become a setting of another account. */
  protected readonly portalsOwn = computed(() =>
    settingNames(
      this.plan()
        .settings.leftOut.filter(({ why }) => why === 'reserved')
        .map(({ path }) => path),
    ),
  );

  #savedOf(subject: string): string {
    return settingNames(this.plan().merge.setAside.get(subject)?.keys() ?? []);
  }
}
