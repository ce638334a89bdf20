import { Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { Afresh } from '../../../page-translation/afresh';
import type { Who } from '../catalogue/drill';
import { stepsInWords, whoWords } from '../catalogue/step-words';
import { nextPart, partsOf, type Guide } from '../judge/guide';
import { guideProblemWords } from './guide-words';

/** Leads a person through a drill: whose accounts, what to do, and back again. */
@Component({
  selector: 'app-drill-guide',
  imports: [Afresh, MatButton],
  templateUrl: './drill-guide.html',
  styleUrl: './drill-guide.scss',
})
export class DrillGuide {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  readonly guide = input.required<Exclude<Guide, { status: 'none' }>>();
  readonly prove = output<Who>();
  readonly startDrill = output();
  readonly endDrill = output<{ readonly isDone: boolean }>();
  readonly leave = output();

  protected readonly problemWords = guideProblemWords;
  protected readonly parts = computed(() => {
    const guide = this.guide();
    if (guide.status !== 'choosing') return [];

    return partsOf(guide.drill).map((who) => ({
      who,
      words: whoWords[who],
      label: guide.drill.participants[who]?.connection.label ?? '',
      name: guide.proven[who],
      isNext: nextPart(guide.drill, guide.proven) === who,
    }));
  });
  protected readonly isCast = computed(() => this.parts().every(({ name }) => name !== undefined));
  protected readonly steps = computed(() => stepsInWords(this.guide().drill));

  /** Brings it into sight. */
  comeIntoSight(): void {
    this.#host.scrollIntoView({ block: 'center' });
  }

  /** Brings it into sight, and to whoever hears the page. */
  show(): void {
    this.comeIntoSight();
    this.heading()?.nativeElement.focus({ preventScroll: true });
  }
}
