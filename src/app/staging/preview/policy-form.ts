import {
  Component,
  computed,
  input,
  linkedSignal,
  output,
  untracked,
  type WritableSignal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSlideToggle } from '@angular/material/slide-toggle';

import type { LinkPolicy } from '../../identity/link/link-policy';
import type { Decision } from '../../identity/settings/settings-comparison';
import type { SecondAccountPolicy } from '../../identity/sign-in/second-account';
import { Afresh } from '../../page-translation/afresh';
import { KeepFocus } from '../ui/keep-focus';

type Policy = LinkPolicy & SecondAccountPolicy;

const decisions: readonly string[] = ['mine', 'theirs', 'both'] satisfies readonly Decision[];

/** The policy that the preview is shown with; as it is configured, until something is tried. */
@Component({
  selector: 'app-policy-form',
  imports: [
    Afresh,
    KeepFocus,
    MatButton,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatSlideToggle,
  ],
  templateUrl: './policy-form.html',
  styleUrl: './policy-form.scss',
})
export class PolicyForm {
  readonly policy = input.required<Policy>();
  readonly isAsConfigured = input.required<boolean>();
  readonly changed = output<Partial<Policy>>();
  readonly asConfigured = output();

  /** As it was typed, so that a comma may stand at its end; as configured, once that is asked for. */
  protected readonly reservedText = this.#typed((policy) => policy.reservedMetadata.join(', '));
  protected readonly presetsText = this.#typed((policy) =>
    [...policy.metadataPresets].map((pair) => pair.join(': ')).join(', '),
  );
  protected readonly trustedText = this.#typed((policy) =>
    policy.trustedEmailConnections.join(', '),
  );
  /** What is left out of what is proposed is said to be. */
  protected readonly notUnderstood = computed(() => {
    const pairs = listOf(this.presetsText()).filter((pair) => presetOf(pair) === undefined);

    return pairs.length === 0
      ? ''
      : $localize`Not understood: ${pairs.join(', ')}:pairs:. Write a name and mine, theirs or both, such as theme: mine.`;
  });

  protected reserve(text: string): void {
    this.reservedText.set(text);
    this.changed.emit({ reservedMetadata: listOf(text) });
  }

  protected propose(text: string): void {
    this.presetsText.set(text);
    this.changed.emit({
      metadataPresets: new Map(
        listOf(text)
          .map(presetOf)
          .filter((preset) => preset !== undefined),
      ),
    });
  }

  protected trust(text: string): void {
    this.trustedText.set(text);
    this.changed.emit({ trustedEmailConnections: listOf(text) });
  }

  #typed(textOf: (policy: Policy) => string): WritableSignal<string> {
    return linkedSignal<boolean, string>({
      source: this.isAsConfigured,
      computation: (isAsConfigured, typed) =>
        isAsConfigured || typed === undefined ? textOf(untracked(this.policy)) : typed.value,
    });
  }
}

const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** A pair such as `theme: mine`; `undefined` where it says no decision. */
function presetOf(pair: string): readonly [string, Decision] | undefined {
  const [, key, decision] = /^(.+?)\s*:\s*(\w+)$/.exec(pair) ?? [];

  return key !== undefined && isDecision(decision) ? [key, decision] : undefined;
}

const isDecision = (text: string | undefined): text is Decision =>
  text !== undefined && decisions.includes(text);
