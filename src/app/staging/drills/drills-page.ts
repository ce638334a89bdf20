import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { masking } from '../../trace/masking';
import { ReportButtons } from '../ui/report-buttons';
import { drillGroups } from './drill-groups';
import { DrillItem } from './drill-item';
import { DrillLeftovers } from './drill-leftovers';
import { DrillSummary } from './drill-summary';
import { DrillsStore } from './drills-store';
import { DrillGuide } from './guided/drill-guide';
import type { DrillResult } from './judge/drill-result';

/** `/staging/drills`: exercises on test people, each with a verdict and why one may believe it. */
@Component({
  selector: 'app-drills-page',
  imports: [DrillGuide, DrillItem, DrillLeftovers, DrillSummary, MatButton, ReportButtons],
  templateUrl: './drills-page.html',
  styleUrls: ['../ui/list-page.scss', './drills-page.scss'],
})
export class DrillsPage {
  protected readonly store = inject(DrillsStore);
  protected readonly write = masking();
  protected readonly groups = computed(() => drillGroups(this.store.results()));
  protected readonly canGuide = computed(() =>
    ['local', 'elsewhere'].includes(this.store.ground()),
  );
  protected readonly isBusy = computed(
    () => !this.store.isResting() || this.store.guide().is !== 'none',
  );
  protected readonly problem = computed(() => {
    const activity = this.store.activity();

    return activity.is === 'resting' ? activity.problem : undefined;
  });

  /** What a drill has given that is under way is not left over. */
  protected readonly leftovers = computed(() => {
    const leftovers = this.store.leftovers();

    return leftovers.is !== 'none' && this.store.guide().is === 'none' ? leftovers : undefined;
  });

  constructor() {
    this.store.findGround();
    if (this.store.guide().is === 'none') this.store.lookForLeftovers();
  }

  /** The guide through this drill, if a person is going through it. */
  protected guideOf({ drill }: DrillResult) {
    const guide = this.store.guide();

    return guide.is !== 'none' && guide.drill.id === drill.id ? guide : undefined;
  }
}
