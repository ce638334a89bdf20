import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSlideToggle } from '@angular/material/slide-toggle';

import type { LinkPolicy } from '../../identity/link/link-policy';
import type { Decision } from '../../identity/settings/settings-comparison';
import type { SecondAccountPolicy } from '../../identity/sign-in/second-account';

type Policy = LinkPolicy & SecondAccountPolicy;

const decisions: readonly string[] = ['mine', 'theirs', 'both'] satisfies readonly Decision[];

/** The policy that the preview is shown with; as it is configured, until something is tried. */
@Component({
  selector: 'app-policy-form',
  imports: [MatButton, MatFormField, MatHint, MatInput, MatLabel, MatSlideToggle],
  templateUrl: './policy-form.html',
  styleUrl: './policy-form.scss',
})
export class PolicyForm {
  readonly policy = input.required<Policy>();
  readonly isAsConfigured = input.required<boolean>();
  readonly changed = output<Partial<Policy>>();
  readonly asConfigured = output();

  protected listOf(text: string): readonly string[] {
    return text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  }

  protected presetsText(): string {
    return [...this.policy().metadataPresets].map((pair) => pair.join(': ')).join(', ');
  }

  /** Pairs such as `theme: mine`; what says no decision is left out. */
  protected presetsOf(text: string): ReadonlyMap<string, Decision> {
    return new Map(
      this.listOf(text).flatMap((pair) => {
        const [, key, decision] = /^(.+?)\s*:\s*(\w+)$/.exec(pair) ?? [];

        return key !== undefined && isDecision(decision) ? [[key, decision] as const] : [];
      }),
    );
  }
}

const isDecision = (text: string | undefined): text is Decision =>
  text !== undefined && decisions.includes(text);
