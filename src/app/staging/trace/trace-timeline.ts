import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  ArrowDown,
  ArrowLeftRight,
  BadgeCheck,
  ChevronRight,
  CircleAlert,
  FileText,
  KeyRound,
  LogIn,
  Scale,
  Workflow,
  type IconNode,
} from 'lucide';

import { Icon } from '../../linking/ui/icon';
import { Afresh } from '../../page-translation/afresh';
import { eventName } from '../../trace/words/event-name';
import { eventWords, flowWords, kindWords } from '../../trace/words/event-words';
import type { Writer } from '../../trace/masking';
import type { TraceEntry } from '../../trace/trace-entry';
import type { TraceEvent } from '../../trace/trace-event';
import type { TraceRow } from '../../trace/trace-rows';
import { sinceWords, tookWords } from '../ui/ago-words';

/** Two lines of words and one with a name on a phone, one line and a name elsewhere. */
const rowHeightOf = (isNarrow: boolean): number => (isNarrow ? 68 : 52);

const icons: Readonly<Record<TraceEvent['kind'], IconNode>> = {
  page: FileText,
  signIn: LogIn,
  claims: BadgeCheck,
  renewal: KeyRound,
  request: ArrowLeftRight,
  state: Workflow,
  decision: Scale,
  error: CircleAlert,
};

/** Events below their flows, newest last; only those in view are drawn, however many there are. */
@Component({
  selector: 'app-trace-timeline',
  imports: [
    Afresh,
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    Icon,
    MatButton,
  ],
  templateUrl: './trace-timeline.html',
  styleUrl: './trace-timeline.scss',
  // A few lines take no more room than they need.
  host: { '[style.--rows]': 'rows().length', '[style.--row-height.px]': 'rowHeight' },
})
export class TraceTimeline {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly #injector = inject(Injector);

  readonly rows = input.required<readonly TraceRow[]>();
  /** Every event that belongs to the rows, folded or not. */
  readonly entries = input.required<readonly TraceEntry[]>();
  readonly selectedId = input.required<number | undefined>();
  readonly write = input.required<Writer>();
  readonly chosen = output<number>();
  readonly unfolded = output<{ readonly flow: number; readonly isUnfolded: boolean }>();

  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);

  /** Whether the newest event is kept in sight; whoever has scrolled up is reading something else. */
  protected readonly isFollowing = signal(true);
  /** The newest event that there was when its end was in sight. */
  readonly #seenId = signal(0);
  #shownId: number | undefined;

  protected readonly icons = { ArrowDown, ChevronRight, ...icons };
  /** Every row is as high as all the others, as the list that draws only some of them wants it. */
  protected readonly rowHeight = rowHeightOf(matchMedia('(width < 600px)').matches);
  protected readonly eventWords = eventWords;
  protected readonly flowWords = flowWords;
  protected readonly sinceWords = sinceWords;
  protected readonly tookWords = tookWords;
  protected readonly idOf = (_index: number, row: TraceRow): string =>
    row.kind === 'flow' ? `flow ${row.flow.id}` : `${row.entry.id}`;
  readonly #newestId = computed(() => this.entries().at(-1)?.id ?? 0);
  /** What has happened since; a group that is unfolded shows what was there before. */
  protected readonly unseen = computed(
    () => this.entries().filter(({ id }) => id > this.#seenId()).length,
  );

  constructor() {
    afterRenderEffect((onCleanup) => {
      const [rows, viewport, id] = [this.rows(), this.viewport(), this.selectedId()];
      const newest = this.#newestId();
      viewport.checkViewportSize();
      const index = rows.findIndex((row) => row.kind === 'event' && row.entry.id === id);
      // What was selected here is in sight; what an address names has to be scrolled to.
      const isToBeShown = id !== this.#shownId && index >= 0;
      if (isToBeShown) {
        this.#shownId = id;
        this.isFollowing.set(index === rows.length - 1);
      }
      if (!isToBeShown && !this.isFollowing()) return;
      this.#seenId.set(newest);
      // The viewport learns its own size only after the first rendering.
      const later = setTimeout(() => viewport.scrollToIndex(isToBeShown ? index : rows.length));
      onCleanup(() => clearTimeout(later));
    });
  }

  /** Scrolling up stops the following, and scrolling down to the end has it go on. */
  protected scrolled(): void {
    this.isFollowing.set(this.viewport().measureScrollOffset('bottom') <= 2 * this.rowHeight);
    if (this.isFollowing()) this.#seenId.set(this.#newestId());
  }

  /** The button is gone then, and whoever has pressed it with the keyboard goes on from the newest line. */
  protected follow(): void {
    this.isFollowing.set(true);
    this.#focus(this.rows().length - 1);
  }

  protected choose(row: TraceRow): void {
    if (row.kind === 'flow') {
      this.#unfold(row.flow.id, !row.isOpen);
    } else {
      this.#shownId = row.entry.id;
      this.chosen.emit(row.entry.id);
    }
  }

  /** Arrow keys go from line to line, also to those that are not drawn yet. */
  protected move(event: KeyboardEvent): void {
    const index = Number((event.target as HTMLElement).dataset['index']);
    const row = this.rows()[index];
    if (row === undefined) return;
    if (row.kind === 'flow' && ['ArrowLeft', 'ArrowRight'].includes(event.key)) {
      this.#unfold(row.flow.id, event.key === 'ArrowRight');
    }
    const last = this.rows().length - 1;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#focus(Math.min(Math.max(to, 0), last));
  }

  protected timeOf({ atMs }: Pick<TraceEntry, 'atMs'>): string {
    return new Date(atMs).toISOString().slice(11, 19);
  }

  protected exactTimeOf({ atMs }: TraceEntry): string {
    return new Date(atMs).toISOString();
  }

  /** Its kind, and what it is called in the code and on the wire. */
  protected calledOf({ event }: TraceEntry): string {
    return [kindWords[event.kind], eventName(event, this.write())].filter(Boolean).join(' · ');
  }

  protected notesOf({ event }: TraceEntry): string {
    if (event.kind !== 'request') return '';
    const { durationMs, remaining } = event;

    return remaining === undefined
      ? $localize`${durationMs}:duration: ms`
      : $localize`${durationMs}:duration: ms, ${remaining}:remaining: left`;
  }

  /** Whoever unfolds a flow reads that one: it stays where it is, whatever is the newest. */
  #unfold(flow: number, isUnfolded: boolean): void {
    this.isFollowing.set(false);
    this.unfolded.emit({ flow, isUnfolded });
    // A list that has no more lines than are in sight is at its end all the same.
    afterNextRender(() => this.scrolled(), { injector: this.#injector });
  }

  #focus(index: number): void {
    const find = () => this.#host.querySelector<HTMLElement>(`[data-index="${index}"]`);
    const drawn = find();
    if (drawn !== null) drawn.focus();
    else {
      this.viewport().scrollToIndex(index);
      // It is drawn with the frame after the one in which the viewport scrolls.
      requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()));
    }
  }
}
