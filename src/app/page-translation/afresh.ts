import {
  DestroyRef,
  Directive,
  effect,
  inject,
  input,
  TemplateRef,
  untracked,
  ViewContainerRef,
  type EmbeddedViewRef,
} from '@angular/core';

import { ShownPart, type Piece } from './shown-part';

/**
 * Makes its element anew whenever the value changes. A browser that translates a page puts nodes of its own in the
 * place of every text; a text that is only updated after that changes where nobody sees it.
 */
@Directive({ selector: '[appAfresh]' })
export class Afresh implements Piece {
  readonly #container = inject(ViewContainerRef);
  readonly #template = inject(TemplateRef);
  #view: EmbeddedViewRef<unknown> | undefined;

  /** What the words of the element depend on. */
  readonly value = input.required<unknown>({ alias: 'appAfresh' });

  constructor() {
    const part = inject(ShownPart, { optional: true });
    part?.pieces.add(this);
    inject(DestroyRef).onDestroy(() => part?.pieces.delete(this));
    effect(() => {
      this.value();
      untracked(() => {
        this.#container.clear();
        this.#view = this.#container.createEmbeddedView(this.#template);
      });
    });
  }

  /** Whether the element that was made last is on the page. */
  isOnPage(): boolean {
    const nodes: readonly Node[] = this.#view?.rootNodes ?? [];

    return nodes.every((node) => node.isConnected || node.nodeType === Node.TEXT_NODE);
  }
}
