import { Location } from '@angular/common';
import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import {
  NavigationCancel,
  NavigationEnd,
  NavigationError,
  NavigationSkipped,
  NavigationStart,
  Router,
  type Event,
} from '@angular/router';
import { concat, delay, filter, of, switchMap, tap, type Observable } from 'rxjs';

import { leavingWords } from '../../linking/notices/leaving-words';
import { CrashNotice } from '../errors/crash-notice';
import { isMissingCode } from '../errors/missing-code';
import { PageCrash } from '../errors/page-crash';

/**
 * How far the page that was asked for has come; `coming` if it takes longer than a blink, `late` after a second, `stuck`
 * when that does not end.
 */
type ArrivalState =
  | { readonly status: 'here' | 'coming' | 'late' }
  | { readonly status: 'stuck' | 'missing'; readonly url: string };

const here: ArrivalState = { status: 'here' };

/** Says that a page is late, has not arrived or has broken; else an address would show nothing, and go on showing it. */
@Component({
  selector: 'app-page-arrival',
  imports: [CrashNotice, MatButton],
  template: `
    @let arrival = state();
    @if (arrival.status !== 'here' && arrival.status !== 'missing') {
      <div class="passing" aria-hidden="true"></div>
    }
    @switch (arrival.status) {
      @case ('late') {
        <p class="lead" role="status" i18n>One moment …</p>
      }
      @case ('stuck') {
        <p class="notice doubtful" role="status" data-failure="late" i18n>
          This page takes longer than it should. Nothing has changed. You can wait, or load it
          again.
        </p>
      }
      @case ('missing') {
        <div class="notice failed" role="alert" data-failure="code-missing">
          <p class="title">{{ words.title }}</p>
          <p>{{ words.text }}</p>
        </div>
      }
    }
    @if (crash.url(); as url) {
      @defer (on immediate) {
        <app-crash-notice (loadAgain)="loadAgain(url)" />
      } @error {
        <p class="notice failed" role="alert" data-failure="page-crashed">{{ words.text }}</p>
      }
    }
    @if (arrival.status === 'stuck' || arrival.status === 'missing') {
      <button
        matButton="filled"
        type="button"
        data-action="load-again"
        (click)="loadAgain(external(arrival.url))"
        i18n
      >
        Load this page again
      </button>
    }
  `,
  styleUrl: './page-arrival.scss',
})
export class PageArrival {
  readonly #location = inject(Location);
  protected readonly crash = inject(PageCrash);
  protected readonly words = leavingWords('code-missing');
  protected readonly state = toSignal(
    inject(Router).events.pipe(
      filter(isAboutArriving),
      tap((event) => this.#judge(event)),
      switchMap((event) => arrivalAfter(event)),
    ),
    { initialValue: here },
  );

  /** The browser's address of what the router knows by another one. */
  protected external(url: string): string {
    return this.#location.prepareExternalUrl(url);
  }

  protected loadAgain(url: string): void {
    window.location.assign(url);
  }

  /** Whoever has gone on has left a broken page behind; but one may break as it arrives. */
  #judge(event: Arriving): void {
    if (isCrash(event)) this.crash.happened(this.external(event.url));
    if (event instanceof NavigationEnd || event instanceof NavigationSkipped) this.crash.over();
  }
}

const arriving = [
  NavigationStart,
  NavigationEnd,
  NavigationCancel,
  NavigationSkipped,
  NavigationError,
] as const;

type Arriving = InstanceType<(typeof arriving)[number]>;

const isAboutArriving = (event: Event): event is Arriving =>
  arriving.some((kind) => event instanceof kind);

/** Whether a page has arrived and thrown an exception, in place of not arriving. */
const isCrash = (event: Arriving): boolean =>
  event instanceof NavigationError && !isMissingCode(event.error);

function arrivalAfter(event: Arriving): Observable<ArrivalState> {
  if (isCrash(event)) return of(here);
  if (event instanceof NavigationError) return of({ status: 'missing', url: event.url });
  if (!(event instanceof NavigationStart)) return of(here);

  return concat(
    of(here),
    of<ArrivalState>({ status: 'coming' }).pipe(delay(300)),
    of<ArrivalState>({ status: 'late' }).pipe(delay(700)),
    of<ArrivalState>({ status: 'stuck', url: event.url }).pipe(delay(9_000)),
  );
}
