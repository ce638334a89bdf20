import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';

import { labelOfIdentity } from '../../identity/account';
import { providerLabel, type Connection } from '../../identity/connection';
import { subjectOf } from '../../identity/identity';
import type { UnlinkPlan } from '../../identity/link/unlink-plan';
import { signInMethods } from '../../identity/sign-in-method';
import { Afresh } from '../../page-translation/afresh';
import { ShownAgain } from '../../page-translation/shown-again';
import { ShownPart } from '../../page-translation/shown-part';
import { saveSettings } from '../settings/save-settings';
import { settingNames } from '../settings/setting-name';
import { InlineMail } from '../ui/accounts/inline-mail';

/** Asks before a sign-in method leaves, and says what will be then. It is open as long as it exists. */
@Component({
  selector: 'app-unlink-dialog',
  imports: [Afresh, InlineMail, MatButton, ShownAgain],
  templateUrl: './unlink-dialog.html',
  styleUrl: './unlink-dialog.scss',
  hostDirectives: [ShownPart],
})
export class UnlinkDialog {
  readonly #part = inject(ShownPart);

  readonly plan = input.required<UnlinkPlan>();
  readonly connections = input.required<readonly Connection[]>();
  /** The plan that is shown and agreed to. */
  readonly confirmed = output<UnlinkPlan>();
  readonly dismissed = output();

  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  /** What the words depend on: the plan, and whether it had to be shown again. */
  protected readonly shown = computed(() => ({
    plan: this.plan(),
    times: this.#part.timesShownAgain(),
  }));
  protected readonly provider = computed(() =>
    providerLabel(this.connections(), this.plan().identity),
  );
  protected readonly label = computed(() =>
    labelOfIdentity(this.plan().account, this.plan().identity),
  );
  protected readonly remaining = computed(() => {
    const { account, remaining } = this.plan();

    return signInMethods(account, this.connections()).filter(({ identity }) =>
      remaining.includes(identity),
    );
  });
  protected readonly setAside = computed(() => settingNames(this.plan().setAside.keys()));
  protected readonly lost = computed(() => settingNames(this.plan().lost));

  constructor() {
    // The browser keeps the focus inside and closes on Escape only for a dialog opened by this call.
    effect(() => this.dialog().nativeElement.showModal());
  }

  protected confirm(): void {
    this.#part.decide(() => this.confirmed.emit(this.plan()));
  }

  protected download(): void {
    const { identity, setAside } = this.plan();
    saveSettings(subjectOf(identity), setAside);
  }
}
