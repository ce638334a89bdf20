import { CdkCopyToClipboard } from '@angular/cdk/clipboard';
import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';

import { Afresh } from '../../page-translation/afresh';
import { curlOf, type CurlVariable } from '../../trace/curl';
import { eventName } from '../../trace/words/event-name';
import { eventWords } from '../../trace/words/event-words';
import type { Writer } from '../../trace/masking';
import type { TraceEntry } from '../../trace/trace-entry';
import { FactsList } from '../ui/facts-list';
import { factsOf } from './facts-of';

/** How the value of a variable has to be written, so that the command line is what was sent. */
const variableWords: Readonly<Record<CurlVariable['form'], string>> = {
  plain: $localize`as it is`,
  percent: $localize`percent-encoded, such as provider%7Cid`,
  json: $localize`as JSON, such as '{"theme":"dark"}'`,
  insideJson: $localize`as it is, with a backslash before " and \\`,
  body: $localize`all that was sent, which this page has not seen`,
};

/** One event in full: what is known of it, the claims, and the request as a command line. */
@Component({
  selector: 'app-trace-detail',
  imports: [Afresh, CdkCopyToClipboard, FactsList, MatButton],
  template: `
    <h2 #heading tabindex="-1">
      <span *appAfresh="title()">{{ title() }}</span>
    </h2>
    @if (name(); as name) {
      <code *appAfresh="name" class="name">{{ name }}</code>
    }
    <app-facts-list [facts]="facts()" [write]="write()" />
    @if (claims(); as claims) {
      <h3 i18n>Claims</h3>
      <app-facts-list [facts]="claims" [write]="write()" />
    }
    @if (curl(); as curl) {
      <h3 id="command-line" i18n>Command line</h3>
      <pre
        *appAfresh="curl.text"
        tabindex="0"
        role="group"
        aria-labelledby="command-line"
      ><code>{{ curl.text }}</code></pre>
      @if (curl.variables.length > 0) {
        <p i18n>Give these variables their values before you run it:</p>
        <app-facts-list [facts]="variables()" [write]="write()" />
      }
    }
    <div class="others">
      @if (curl(); as curl) {
        <button
          matButton="outlined"
          type="button"
          data-action="copy-curl"
          [cdkCopyToClipboard]="curl.text"
          (cdkCopyToClipboardCopied)="copied.set($event)"
          i18n
        >
          Copy as curl
        </button>
      }
      <button
        matButton
        type="button"
        data-action="copy-event-link"
        [cdkCopyToClipboard]="link()"
        (cdkCopyToClipboardCopied)="linkCopied.set($event)"
      >
        @if (linkCopied()) {
          <span i18n>Link copied</span>
        } @else {
          <span i18n>Copy link to this event</span>
        }
      </button>
    </div>
    <p class="said" role="status">
      @if (copied()) {
        <span i18n>Copied, without the token.</span>
      } @else if (linkCopied()) {
        <span class="heard" i18n>Link copied.</span>
      }
    </p>
  `,
  styleUrl: './trace-detail.scss',
})
export class TraceDetail {
  readonly entry = input.required<TraceEntry>();
  readonly write = input.required<Writer>();

  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly copied = linkedSignal({ source: this.entry, computation: () => false });
  protected readonly linkCopied = linkedSignal({ source: this.entry, computation: () => false });
  /** It works in this tab, as long as it has this trace; it says nothing but a number. */
  protected readonly link = computed(
    () => `${location.origin}${location.pathname}#event-${this.entry().id}`,
  );
  protected readonly title = computed(() => eventWords(this.entry().event));
  /** What it is called in the code and on the wire. */
  protected readonly name = computed(() => eventName(this.entry().event, this.write()));
  protected readonly facts = computed(() => factsOf(this.entry()));
  protected readonly claims = computed(() => {
    const { event } = this.entry();
    const claims = event.kind === 'claims' || event.kind === 'renewal' ? event.claims : undefined;

    return claims && Object.entries(claims).map(([name, value]) => ({ name, value }));
  });
  protected readonly curl = computed(() => {
    const { event } = this.entry();

    return event.kind === 'request' ? curlOf(event, this.write()) : undefined;
  });
  protected readonly variables = computed(() =>
    (this.curl()?.variables ?? []).map(({ name, form }) => ({ name, value: variableWords[form] })),
  );

  /** Brings it into sight, for whoever has chosen its event and does not see it beside the timeline. */
  show(): void {
    this.#host.scrollIntoView({ block: 'start' });
    this.heading().nativeElement.focus({ preventScroll: true });
  }
}
