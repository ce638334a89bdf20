import {
  afterNextRender,
  Component,
  inject,
  output,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';

import { SupportNote } from '../../linking/notices/support-note';
import { SentWrites } from '../../management-api/sent-writes';

/** Says that a page is broken, what that means for the account, and what to do; it stands in the page's place. */
@Component({
  selector: 'app-crash-notice',
  imports: [MatButton, SupportNote],
  template: `
    <div class="notice failed" role="alert" [attr.data-failure]="code">
      <h1 #title class="title" tabindex="-1" i18n>Something went wrong on this page</h1>
      @if (hasWritten) {
        <p i18n>
          What you did before that may have worked: your account page shows it. Load this page
          again. If it keeps happening, contact support.
        </p>
      } @else {
        <p i18n>
          Nothing has changed in your account. Load this page again. If it keeps happening, contact
          support.
        </p>
      }
    </div>
    <button
      matButton="filled"
      type="button"
      data-action="load-again"
      (click)="loadAgain.emit()"
      i18n
    >
      Load this page again
    </button>
    <app-support-note [code]="code" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
      justify-items: start;
      inline-size: 100%;
    }

    .notice,
    app-support-note {
      inline-size: 100%;
    }

    h1 {
      letter-spacing: normal;
    }
  `,
})
export class CrashNotice {
  readonly loadAgain = output();

  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  protected readonly code = 'page-crashed';
  protected readonly hasWritten = inject(SentWrites).isAny;

  constructor() {
    // What had the focus is gone with the page.
    afterNextRender(() => this.title().nativeElement.focus());
  }
}
