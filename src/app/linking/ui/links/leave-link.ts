import { LocationStrategy } from '@angular/common';
import {
  booleanAttribute,
  computed,
  Directive,
  inject,
  InjectionToken,
  input,
  output,
} from '@angular/core';
import { Router } from '@angular/router';

import {
  addressWithOutcome,
  type LinkOutcome,
  type LinkReturn,
} from '../../../identity/sign-in/link-return';
import { PAGE_PATH } from './page-path';

/** Whether a link is shown on a page of somebody else's, which stays when the link is left. */
export const STAYS_HERE = new InjectionToken<boolean>('whether a link that is left leads nowhere', {
  factory: () => false,
});

/**
 * Has a link lead out of a link page: back to the application that has sent the person, with how the link has ended,
 * or to their sign-in methods. `<a [appLeaveLink]="{ ligature: 'linked' }" [back]="back()">`.
 */
@Directive({
  selector: 'a[appLeaveLink]',
  host: { '[attr.href]': 'href()', '(click)': 'leave($event)' },
})
export class LeaveLink {
  readonly #router = inject(Router);
  readonly #location = inject(LocationStrategy);
  readonly #account = inject(PAGE_PATH)('/account');
  readonly #staysHere = inject(STAYS_HERE);

  readonly appLeaveLink = input.required<LinkOutcome>();
  readonly back = input.required<LinkReturn | undefined>();
  readonly replaceUrl = input(false, { transform: booleanAttribute });
  /** The person leaves in this tab. */
  readonly left = output();

  protected readonly href = computed(() => {
    const back = this.back();

    return back === undefined
      ? this.#location.prepareExternalUrl(this.#account)
      : addressWithOutcome(back, this.appLeaveLink());
  });

  /** Leads to a page of ours without loading it anew; the browser itself leads to others, and to other tabs. */
  protected async leave(click: MouseEvent): Promise<void> {
    const isForAnotherTab =
      click.button !== 0 || click.ctrlKey || click.shiftKey || click.altKey || click.metaKey;
    if (isForAnotherTab) return;
    this.left.emit();
    if (this.back() !== undefined) return;
    click.preventDefault();
    // A receipt leads to what it has changed, wherever it is shown.
    if (this.#staysHere && this.appLeaveLink().ligature !== 'linked') return;
    await this.#router.navigateByUrl(this.#account, { replaceUrl: this.replaceUrl() });
  }
}
