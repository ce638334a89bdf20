import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSlideToggle } from '@angular/material/slide-toggle';

import { saveFile } from '../../linking/ui/save-file';
import { Afresh } from '../../page-translation/afresh';
import { flowWords } from '../../trace/event-words';
import type { TraceFlow } from '../../trace/trace-entry';
import { TraceDetail } from './trace-detail';
import { TraceStore } from './trace-store';
import { TraceTimeline } from './trace-timeline';

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
    TraceDetail,
    TraceTimeline,
  ],
  providers: [TraceStore],
  templateUrl: './trace-page.html',
  styleUrl: './trace-page.scss',
})
export class TracePage {
  protected readonly store = inject(TraceStore);

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
