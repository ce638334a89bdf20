import { DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';

/** Something that is made anew whenever what it is about changes. */
export interface Piece {
  /** Whether what was made last is on the page. */
  readonly isOnPage: () => boolean;
}

/** For how long after it was shown again a click cannot be meant for what it shows, in milliseconds. */
const longEnoughMs = 600;

/**
 * A part of the page on which somebody decides. Before their step is taken it looks at the page itself: whether
 * what was made for the state stands there, whether no text was left behind, and whether what looks chosen is.
 */
@Directive()
export class ShownPart {
  readonly #root: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #texts = watchDisplacedTexts(this.#root);
  #shownAgainAtMs = -Infinity;

  /** What is made anew in it. */
  readonly pieces = new Set<Piece>();
  /** How often it had to be shown again, because the page showed something else. */
  readonly timesShownAgain = signal(0);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#texts.stop());
  }

  /** Takes the step if the page shows what it is about; else shows that again, and does nothing. */
  decide(step: () => void): void {
    if (performance.now() - this.#shownAgainAtMs < longEnoughMs) return;
    if (this.#isTrue()) {
      step();

      return;
    }

    this.#texts.forget();
    this.#shownAgainAtMs = performance.now();
    this.timesShownAgain.update((times) => times + 1);
  }

  #isTrue(): boolean {
    const radios = [...this.#root.querySelectorAll<HTMLInputElement>('input[type=radio]')];

    return (
      !this.#texts.areOutOfDate() &&
      [...this.pieces].every((piece) => piece.isOnPage()) &&
      // The default is what the state says; browsers and their extensions change only the other.
      radios.every((radio) => radio.checked === radio.defaultChecked)
    );
  }
}

/** Texts that somebody else has taken off the page. */
interface DisplacedTexts {
  /** Whether one of them was written to since, so that what stands in its place is out of date. */
  readonly areOutOfDate: () => boolean;
  /** Forgets what was written so far, because everything is made anew. */
  readonly forget: () => void;
  readonly stop: () => void;
}

/** Watches the texts of an element: which were taken off it, and which of these the application has written to. */
function watchDisplacedTexts(root: Node): DisplacedTexts {
  const outOfDate = new Set<Node>();
  const observer = new MutationObserver(look);

  function look(records: readonly MutationRecord[]): void {
    for (const { type, target, removedNodes } of records) {
      if (type === 'characterData' && !target.isConnected) outOfDate.add(target);
      for (const text of textsOf(removedNodes)) observer.observe(text, { characterData: true });
    }
  }

  observer.observe(root, { childList: true, characterData: true, subtree: true });

  return {
    areOutOfDate: () => {
      look(observer.takeRecords());

      return [...outOfDate].some((text) => !text.isConnected);
    },
    forget: () => outOfDate.clear(),
    stop: () => observer.disconnect(),
  };
}

const textsOf = (nodes: Iterable<Node>): readonly Node[] =>
  [...nodes].flatMap((node) =>
    node.nodeType === Node.TEXT_NODE ? [node] : textsOf(node.childNodes),
  );
