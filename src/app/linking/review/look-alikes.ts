import { Component, computed, input } from '@angular/core';

import { labelOf } from '../../identity/account';
import { inOrder, type LinkPlan } from '../../identity/link/link-plan';
import { differingParts } from '../../identity/text/look-alike';

/** Two addresses that look alike, with the letters marked in which they differ. */
@Component({
  selector: 'app-look-alikes',
  template: `
    @for (text of texts(); track $index) {
      <bdi
        >{{ text.before }}<mark>{{ text.differs }}</mark
        >{{ text.after }}</bdi
      >
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
      font-family: var(--ligature-mono);
    }
  `,
})
export class LookAlikes {
  readonly plan = input.required<LinkPlan>();

  protected readonly texts = computed(() => {
    const { first, second } = inOrder(this.plan());

    return differingParts(labelOf(first), labelOf(second));
  });
}
