import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import { afterRenderEffect, Component, input, output, viewChild } from '@angular/core';

import { Afresh } from '../../page-translation/afresh';
import { eventWords, kindWords } from '../../trace/event-words';
import type { Writer } from '../../trace/masking';
import type { TraceEntry } from '../../trace/trace-entry';

const rowHeight = 44;

/** Events, newest last; only those in view are drawn, however many there are. */
@Component({
  selector: 'app-trace-timeline',
  imports: [Afresh, CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport],
  templateUrl: './trace-timeline.html',
  styleUrl: './trace-timeline.scss',
})
export class TraceTimeline {
  readonly entries = input.required<readonly TraceEntry[]>();
  readonly selectedId = input.required<number | undefined>();
  readonly write = input.required<Writer>();
  readonly chosen = output<number>();

  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);
  #isFollowing = false;

  protected readonly eventWords = eventWords;
  protected readonly kindWords = kindWords;
  protected readonly idOf = (_index: number, { id }: TraceEntry): number => id;

  constructor() {
    // What has just happened is what one came for; whoever has scrolled up is reading something else.
    afterRenderEffect((onCleanup) => {
      const [{ length }, viewport] = [this.entries(), this.viewport()];
      if (this.#isFollowing && viewport.measureScrollOffset('bottom') > 2 * rowHeight) return;
      this.#isFollowing = true;
      // The viewport learns its own size only after the first rendering.
      const later = setTimeout(() => viewport.scrollToIndex(length));
      onCleanup(() => clearTimeout(later));
    });
  }

  protected timeOf({ atMs }: TraceEntry): string {
    return new Date(atMs).toISOString().slice(11, 23);
  }

  protected notesOf({ event }: TraceEntry): string {
    if (event.kind !== 'request') return '';
    const { durationMs, remaining } = event;

    return remaining === undefined
      ? $localize`${durationMs}:duration: ms`
      : $localize`${durationMs}:duration: ms, ${remaining}:remaining: left`;
  }
}
