import { Location } from '@angular/common';
import { afterNextRender, Component, inject, Injector, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { ActivatedRoute } from '@angular/router';

import { saveFile } from '../../linking/ui/save-file';
import { Afresh } from '../../page-translation/afresh';
import { flowWords } from '../../trace/words/event-words';
import type { TraceFlow } from '../../trace/trace-entry';
import { RevealSwitch } from '../ui/reveal-switch';
import { TraceDetail } from './trace-detail';
import { TraceStore } from './trace-store';
import { TraceTimeline } from './trace-timeline';

/** Where the page is too narrow for an event beside the timeline. */
const belowTheTimeline = '(width < 900px)';

/** `/staging/trace`: every step of every sign-in, link and unlink of this tab. */
@Component({
  selector: 'app-trace-page',
  imports: [
    Afresh,
    MatButton,
    MatFormField,
    MatInput,
    MatLabel,
    MatSlideToggle,
    RevealSwitch,
    TraceDetail,
    TraceTimeline,
  ],
  providers: [TraceStore],
  templateUrl: './trace-page.html',
  styleUrl: './trace-page.scss',
})
export class TracePage {
  readonly #location = inject(Location);
  readonly #injector = inject(Injector);
  private readonly detail = viewChild(TraceDetail);
  protected readonly store = inject(TraceStore);
  /** The event that the address names; it may be one that this tab does not have any more. */
  protected readonly linkedId = /^event-(\d+)$/.exec(
    inject(ActivatedRoute).snapshot.fragment ?? '',
  )?.[1];

  constructor() {
    if (this.linkedId !== undefined) this.store.select(Number(this.linkedId));
  }

  /** The address names the event by its number alone, so that it can be come back to. */
  protected select(id: number): void {
    this.store.select(id);
    this.#location.replaceState(`${this.#location.path()}#event-${id}`);
    // Beside the timeline it is in sight, and whoever goes on from line to line keeps the focus there.
    if (matchMedia(belowTheTimeline).matches) {
      afterNextRender(() => this.detail()?.show(), { injector: this.#injector });
    }
  }

  protected flowName({ id, kind, atMs }: TraceFlow): string {
    return `${flowWords[kind]} ${id} · ${new Date(atMs).toISOString().slice(11, 19)}`;
  }

  protected saveBundle(): void {
    const time = new Date().toISOString().slice(0, 16).replaceAll(':', '-');
    saveFile(`ligature-support-${time}.json`, this.store.bundle());
  }

  protected chooseFlow(value: string): void {
    this.store.showFlow(value === '' ? undefined : Number(value));
  }
}
