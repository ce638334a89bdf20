import { Component, computed, input } from '@angular/core';

import type { Connection } from '../../identity/connection';
import type { LinkPlan } from '../../identity/link/link-plan';
import { signInMethods } from '../../identity/sign-in-method';
import { settingNames } from '../settings/setting-name';
import { lossWords } from './plan-words';

/** What there is after the link: what the person has then, what is kept aside for them, and what is gone. */
@Component({
  selector: 'app-plan-lists',
  templateUrl: './plan-lists.html',
  styleUrl: './plan-lists.scss',
})
export class PlanLists {
  readonly plan = input.required<LinkPlan>();
  readonly connections = input.required<readonly Connection[]>();

  protected readonly methods = computed(() =>
    [this.plan().kept, this.plan().absorbed].flatMap((account) =>
      signInMethods(account, this.connections()),
    ),
  );
  protected readonly losses = computed(() => this.plan().losses.map(lossWords));
  /** What stays aside of the absorbed account, and of the kept one. */
  protected readonly asideOfAbsorbed = computed(() => this.#asideOf(this.plan().absorbed.userId));
  protected readonly asideOfKept = computed(() => this.#asideOf(this.plan().kept.userId));
  /** What the portal keeps to itself, so that it does not become a setting of another account. */
  protected readonly portalsOwn = computed(() =>
    settingNames(
      this.plan()
        .settings.leftOut.filter(({ why }) => why === 'reserved')
        .map(({ path }) => path),
    ),
  );

  #asideOf(subject: string): string {
    return settingNames(this.plan().merge.setAside.get(subject)?.keys() ?? []);
  }
}
