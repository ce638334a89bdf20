import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import type { Connection } from '../../identity/connection';
import { connectionKind } from '../../identity/connection-kinds';

/** Offers to sign in with a code in a message, which the tenant's page does not where a database stands beside it (contract §2.5). */
@Component({
  selector: 'app-code-ways',
  imports: [MatButton],
  template: `
    @if (ways().length > 1) {
      <p id="code-ways" i18n>Or sign in with a code</p>
    }
    <div
      class="ways"
      [attr.role]="ways().length > 1 ? 'group' : null"
      [attr.aria-labelledby]="ways().length > 1 ? 'code-ways' : null"
    >
      @for (way of ways(); track way.connection) {
        <button
          matButton
          type="button"
          data-action="sign-in-by-code"
          [attr.data-target]="way.connection"
          [disabled]="disabled()"
          (click)="chosen.emit(way.connection)"
        >
          {{ way.words }}
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      justify-items: center;
    }

    p {
      margin: 0;
      color: var(--ligature-ink-2);
      font: var(--ligature-type-small);
    }

    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      justify-content: center;
    }
  `,
})
export class CodeWays {
  readonly #connections = inject(LIGATURE_CONFIG).connections;

  readonly disabled = input.required<boolean>();
  /** The name of the connection by which somebody wants to sign in. */
  readonly chosen = output<string>();

  protected readonly ways = computed(() => waysOf(this.#connections));
}

interface Way {
  readonly connection: string;
  readonly words: string;
}

function waysOf(connections: readonly Connection[]): readonly Way[] {
  const sending = connections.filter(({ strategy }) => messageTo(strategy) !== undefined);
  const [only, ...others] = sending;
  if (only === undefined) return [];
  if (others.length === 0) return [{ connection: only.name, words: sentences[kindOf(only)] }];

  return sending.map((each) => {
    const areSeveral = sending.filter((other) => kindOf(other) === kindOf(each)).length > 1;

    return { connection: each.name, words: areSeveral ? each.label : names[kindOf(each)] };
  });
}

const messageTo = (strategy: string) => connectionKind(strategy).messageTo;
const kindOf = ({ strategy }: Connection) => messageTo(strategy) ?? 'email';

const sentences = {
  phone: $localize`Sign in with a text message`,
  email: $localize`Sign in with a code by email`,
};
/** Each after "Or sign in with a code". */
const names = { phone: $localize`By text message`, email: $localize`By email` };
