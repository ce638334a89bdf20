import { Component, computed, input, output } from '@angular/core';

import type { Connection } from '../../identity/connection';
import type { LinkPlan } from '../../identity/link/link-plan';
import { archivedFor } from '../../identity/settings/settings-archive';
import type { Decision } from '../../identity/settings/settings-comparison';
import { Afresh } from '../../page-translation/afresh';
import { accountNames } from '../ui/account-names';
import { settingNames } from './setting-name';
import { settingRows } from './setting-rows';
import { SettingValue } from './setting-value';

/** Both accounts' settings side by side, and the choice wherever they differ. */
@Component({
  selector: 'app-settings-table',
  imports: [Afresh, SettingValue],
  templateUrl: './settings-table.html',
  styleUrl: './settings-table.scss',
})
export class SettingsTable {
  readonly plan = input.required<LinkPlan>();
  readonly connections = input.required<readonly Connection[]>();
  readonly disabled = input.required<boolean>();
  readonly decided = output<{ readonly key: string; readonly decision: Decision }>();

  protected readonly rows = computed(() => settingRows(this.plan()));
  protected readonly conflicts = computed(
    () => this.rows().filter(({ choices }) => choices.length > 0).length,
  );
  protected readonly names = computed(() => accountNames(this.plan(), this.connections()));
  /** What an earlier link of the absorbed account kept aside, so that it is here again. */
  protected readonly offeredAgain = computed(() => {
    const { kept, absorbed } = this.plan();

    return settingNames(archivedFor(kept.settings, absorbed.userId).keys());
  });
}
