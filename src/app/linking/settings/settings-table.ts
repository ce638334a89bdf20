import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { Check } from 'lucide';

import type { Connection } from '../../identity/connection';
import { inOrder, type LinkPlan } from '../../identity/link/link-plan';
import { archivedFor } from '../../identity/settings/settings-archive';
import type { Decision } from '../../identity/settings/settings-comparison';
import { Afresh } from '../../page-translation/afresh';
import { accountNames } from '../ui/accounts/account-names';
import { Icon } from '../ui/icon';
import { ProviderMark } from '../ui/provider-mark';
import { settingNames } from './setting-name';
import { otherSettings, settingRows, turnedBySwap } from './setting-rows';
import { SettingValue } from './setting-value';
import { isListed } from './setting-vocabulary';

/** The settings that differ, side by side: each value is the choice of it, and what comes of it stands at the end. */
@Component({
  selector: 'app-settings-table',
  imports: [Afresh, Icon, ProviderMark, SettingValue],
  templateUrl: './settings-table.html',
  styleUrl: './settings-table.scss',
})
export class SettingsTable {
  readonly plan = input.required<LinkPlan>();
  readonly connections = input.required<readonly Connection[]>();
  readonly disabled = input.required<boolean>();
  readonly decided = output<{ readonly key: string; readonly decision: Decision }>();

  protected readonly check = Check;
  protected readonly rows = computed(() => settingRows(this.plan()));
  protected readonly others = computed(() => otherSettings(this.plan()));
  protected readonly otherNames = computed(() => settingNames(this.others().map(({ key }) => key)));
  protected readonly listed = computed(() => this.others().filter(({ key }) => isListed(key)));
  protected readonly names = computed(() => accountNames(this.plan(), this.connections()));
  protected readonly marks = computed(() => {
    const { first, second } = inOrder(this.plan());

    return { first: first.identities[0].provider, second: second.identities[0].provider };
  });
  /** What has another result since the other account is kept. */
  protected readonly turned = linkedSignal<LinkPlan, ReadonlySet<string>>({
    source: this.plan,
    computation: (plan, before) =>
      turnedBySwap(plan, before && { plan: before.source, turned: before.value }),
  });
  protected readonly turnedNames = computed(() => settingNames(this.turned()));
  /** What an earlier link of the absorbed account kept aside, so that it is here again. */
  protected readonly offeredAgain = computed(() => {
    const { kept, absorbed } = this.plan();

    return settingNames(archivedFor(kept.settings, absorbed.userId).keys());
  });
}
