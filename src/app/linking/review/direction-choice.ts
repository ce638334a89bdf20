import { Component, computed, input, output } from '@angular/core';

import type { Connection } from '../../identity/connection';
import type { Direction } from '../../identity/link/link-direction';
import type { LinkPlan } from '../../identity/link/link-plan';
import { Afresh } from '../../page-translation/afresh';
import { ProviderMark } from '../ui/provider-mark';
import { directionOptions } from './direction-option';

/** Asks which of the two accounts stays, says which one is better, and what each choice costs. */
@Component({
  selector: 'app-direction-choice',
  imports: [Afresh, ProviderMark],
  templateUrl: './direction-choice.html',
  styleUrl: './direction-choice.scss',
})
export class DirectionChoice {
  readonly plan = input.required<LinkPlan>();
  readonly connections = input.required<readonly Connection[]>();
  readonly disabled = input.required<boolean>();
  readonly chosen = output<Direction>();

  protected readonly options = computed(() => directionOptions(this.plan(), this.connections()));
}
