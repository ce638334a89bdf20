import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

import { FailureNotice } from '../../linking/notices/failure-notice';
import { LinkReview } from '../../linking/review/link-review';
import { personName } from '../../linking/ui/accounts/person-name';
import { Afresh } from '../../page-translation/afresh';
import { KeepFocus } from '../ui/keep-focus';
import { AccountChoicePart } from './account-choice';
import { PolicyForm } from './policy-form';
import { PreviewStore } from './preview-store';
import { PagePath } from '../../linking/ui/links/page-path';

/** `/staging/preview`: the review that somebody would see, of any two accounts and by any policy. Nothing is written. */
@Component({
  selector: 'app-preview-page',
  imports: [
    AccountChoicePart,
    Afresh,
    FailureNotice,
    LinkReview,
    KeepFocus,
    MatButton,
    PolicyForm,
    PagePath,
    RouterLink,
  ],
  providers: [PreviewStore],
  templateUrl: './preview-page.html',
  styleUrls: ['../ui/list-page.scss', './preview-page.scss'],
})
export class PreviewPage {
  protected readonly store = inject(PreviewStore);

  protected readonly firstLabel = $localize`Signed in as`;
  protected readonly secondLabel = $localize`Links this account`;
  protected readonly accounts = computed(() => this.store.people().map(({ account }) => account));
  /** By what one would call whoever looks, if it is known. */
  protected readonly name = computed(() => {
    const person = this.store.firstPerson();

    return person && personName(person.account);
  });
  protected readonly canShow = computed(() => this.store.preview().kind !== 'incomplete');
}
