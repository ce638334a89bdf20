import { afterNextRender, Component, computed, inject, Injector, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { saveFile } from '../../linking/ui/save-file';
import { Afresh } from '../../page-translation/afresh';
import { masking } from '../../trace/masking';
import { KeepFocus } from '../ui/keep-focus';
import { underHeadings } from '../ui/under-headings';
import type { Drill, DrillGroup } from './catalogue/drill';
import { DrillItem } from './drill-item';
import { DrillLeftovers } from './drill-leftovers';
import { DrillSummary } from './drill-summary';
import { DrillsStore } from './drills-store';
import { DrillGuide } from './guided/drill-guide';
import { GuideStore } from './guided/guide-store';
import type { DrillResult } from './judge/drill-result';
import { LeftoversStore } from './leftovers-store';
import { PagePath } from '../../linking/ui/links/page-path';

const titles: Readonly<Record<DrillGroup, string>> = {
  links: $localize`Link and unlink with each connection`,
  choices: $localize`What people decide`,
  refusals: $localize`What is refused`,
  faults: $localize`Faults of the tenant and the network`,
};

/** `/staging/drills`: exercises on test people, each with a verdict and why one may believe it. */
@Component({
  selector: 'app-drills-page',
  imports: [
    Afresh,
    DrillGuide,
    DrillItem,
    DrillLeftovers,
    DrillSummary,
    KeepFocus,
    MatButton,
    PagePath,
    RouterLink,
  ],
  templateUrl: './drills-page.html',
  styleUrls: ['../ui/list-page.scss', './drills-page.scss'],
})
export class DrillsPage {
  readonly #injector = inject(Injector);
  private readonly guide = viewChild(DrillGuide);

  protected readonly store = inject(DrillsStore);
  protected readonly guideStore = inject(GuideStore);
  protected readonly leftoversStore = inject(LeftoversStore);
  protected readonly write = masking();
  protected readonly groups = computed(() =>
    underHeadings(titles, this.store.results(), ({ drill }) => drill.group),
  );
  protected readonly canGuide = computed(() =>
    ['local', 'elsewhere'].includes(this.store.tenantKind()),
  );
  protected readonly isBusy = computed(
    () => !this.store.isResting() || this.guideStore.guide().status !== 'none',
  );
  protected readonly problem = computed(() => {
    const activity = this.store.activity();

    return activity.status === 'resting' ? activity.problem : undefined;
  });

  /** What a drill has given that is under way is not left over. */
  protected readonly leftovers = computed(() => {
    const leftovers = this.leftoversStore.leftovers();

    return leftovers.status !== 'none' && this.guideStore.guide().status === 'none'
      ? leftovers
      : undefined;
  });

  constructor() {
    this.store.findTenantKind();
    if (this.guideStore.guide().status === 'none') this.leftoversStore.look();
    // Whoever comes back to a drill that they have begun goes on where they were.
    else afterNextRender(() => this.guide()?.comeIntoSight());
  }

  /** One thing at a time: a guided drill and a run would write to the same accounts. */
  protected run(drills: readonly Drill[]): void {
    if (this.guideStore.guide().status === 'none') this.store.run(drills);
  }

  /** What has opened below the drill comes into sight. */
  protected guideThrough(drill: Drill): void {
    this.guideStore.choose(drill);
    afterNextRender(() => this.guide()?.show(), { injector: this.#injector });
  }

  /** Where whoever has come to the end of a guide has come from. */
  protected guideButton({ id }: Drill): string {
    return `[data-action="guide-drill"][data-target="${CSS.escape(id)}"]`;
  }

  protected saveHtml(): void {
    saveFile('drills-report.html', this.store.report().html, 'text/html');
  }

  protected saveJson(): void {
    saveFile('drills-report.json', this.store.report().json);
  }

  /** The guide through this drill, if a person is going through it. */
  protected guideOf({ drill }: DrillResult) {
    const guide = this.guideStore.guide();

    return guide.status !== 'none' && guide.drill.id === drill.id ? guide : undefined;
  }
}
