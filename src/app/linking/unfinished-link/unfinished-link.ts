import { DatePipe } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { providerLabel, type Connection } from '../../identity/connection';
import type { Journal } from '../../identity/link/journal';
import type { UnfinishedLink as Link } from '../../identity/link/unfinished-link';
import { Afresh } from '../../page-translation/afresh';
import { ShownAgain } from '../../page-translation/shown-again';
import { ShownPart } from '../../page-translation/shown-part';
import { asSentence } from '../notices/as-sentence';
import { failureWords } from '../notices/failure-words';
import { ProgressNotice } from '../notices/progress-notice';
import { SupportNote } from '../notices/support-note';

/** Says that a link was left unfinished, what is known about it, and offers to finish it or to take it back. */
@Component({
  selector: 'app-unfinished-link',
  imports: [Afresh, DatePipe, MatButton, ProgressNotice, ShownAgain, SupportNote],
  templateUrl: './unfinished-link.html',
  styleUrl: './unfinished-link.scss',
  hostDirectives: [ShownPart],
})
export class UnfinishedLink {
  readonly #part = inject(ShownPart);

  readonly link = input.required<Link>();
  readonly connections = input.required<readonly Connection[]>();
  /** Whether the next step of `Continue` is to prove the other account again. */
  readonly mustProve = input(true);
  /** Whether it can be taken back without that. */
  readonly canUndo = input(true);
  readonly continued = output<Journal>();
  readonly undo = output<Journal>();

  /** The other account, by its provider and the end of its id: more is not known before it is proven again. */
  protected readonly other = computed(() => {
    const named = namedIn(this.link());
    if (named === undefined) return undefined;
    const { subject, connection } = named;
    const provider = subject.slice(0, subject.indexOf('|'));

    return {
      label: providerLabel(this.connections(), { connection, provider }),
      idEnd: subject.slice(-4),
    };
  });

  protected readonly trouble = computed(() => {
    const link = this.link();

    if (link.status !== 'open' && link.status !== 'ended') return undefined;

    return link.code === undefined ? undefined : asSentence(failureWords(link.code).title);
  });
  /** What the words depend on. */
  protected readonly words = computed(() => ({
    link: this.link(),
    mustProve: this.mustProve(),
    canUndo: this.canUndo(),
    times: this.#part.timesShownAgain(),
  }));

  protected goOn(journal: Journal): void {
    this.#part.decide(() => this.continued.emit(journal));
  }

  protected undoLink(journal: Journal): void {
    this.#part.decide(() => this.undo.emit(journal));
  }
}

function namedIn(link: Link): Pick<Journal, 'subject' | 'connection'> | undefined {
  switch (link.status) {
    case 'open':
    case 'undoing':
      return link.journal;
    case 'running':
    case 'unknown':
    case 'ended':
      return link.link;
    default:
      return undefined;
  }
}
