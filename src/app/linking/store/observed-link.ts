import { inject, Service, signal } from '@angular/core';
import { concatMap, finalize, map, of, shareReplay, tap, type Observable } from 'rxjs';

import type { LinkReceipt } from '../../identity/link/receipt';
import type { RunningLink } from '../../identity/link/unfinished-link';
import type { DoneLink, LinkEvent, LinkResult } from '../../saga/link/link-result';
import { SentLink } from '../../session/storage/sent-link';

/** A link as it is followed: with its receipt, where it has happened. */
export type ObservedEvent =
  | Exclude<LinkEvent, { kind: 'ended' }>
  | { readonly kind: 'ended'; readonly result: LinkResult; readonly receipt?: LinkReceipt };

/** A link that has ended. */
export type EndedLink = Extract<ObservedEvent, { kind: 'ended' }>;

/** A link whose page has been left, and how it has ended if it has. */
export interface LeftLink {
  readonly link: RunningLink;
  readonly result?: LinkResult;
}

/** Follows a link to its end, whichever page is shown by then: who leaves the page that began it does not leave the link. */
@Service()
export class ObservedLink {
  readonly #sent = inject(SentLink);
  readonly #left = signal<LeftLink | undefined>(undefined);

  /** The link whose page was left before it had ended, until somebody has shown how it did. */
  readonly left = this.#left.asReadonly();

  /** `finish`: what remains to be done once the accounts are one. Whoever stops listening stops nothing. */
  follow(
    link: RunningLink,
    run: Observable<LinkEvent>,
    finish: (done: DoneLink) => Observable<LinkReceipt>,
  ): Observable<ObservedEvent> {
    let hasEnded = false;
    const followed = run.pipe(
      tap((event) => this.#keep(link, event)),
      concatMap((event): Observable<ObservedEvent> => {
        if (event.kind === 'phase' || event.result.kind !== 'done') return of(event);

        return finish(event.result).pipe(map((receipt) => ({ ...event, receipt })));
      }),
      tap((event) => {
        if (event.kind === 'phase') return;
        hasEnded = true;
        if (this.#left()?.link === link) this.#left.set({ link, result: event.result });
      }),
      // It lasts as long as the link does: the end has to be recorded even with nobody listening.
      shareReplay(),
    );

    return followed.pipe(
      finalize(() => {
        if (!hasEnded) this.#left.set({ link });
      }),
    );
  }

  /** Somebody has shown how it ended. */
  seen(): void {
    this.#left.set(undefined);
  }

  /** For a page that is loaded before it has ended; from then on the account tells. */
  #keep(link: RunningLink, event: LinkEvent): void {
    if (event.kind === 'phase') {
      if (event.phase === 'sending') void this.#sent.note(link);
    } else if (event.result.kind !== 'unknown') this.#sent.forget();
  }
}
