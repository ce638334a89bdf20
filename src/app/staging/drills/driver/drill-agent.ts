import { selectorOf, type Action } from '../../../actions/action';
import { tabStorage } from '../../../session/sealed/tab-storage';
import { addressOf, pagePath } from '../../../session/sign-in/callback-url';
import { drillMark } from '../../../session/storage/drill-mark';
import { lastUser } from '../../../session/user/last-user';
import {
  drillChannel,
  isToAgent,
  type Act,
  type FromAgent,
  type PageSnapshot,
  type ToAgent,
} from './drill-messages';

/** How often it is told again what is shown, since a message may be lost; in milliseconds. */
const tellAgainEveryMs = 500;

/**
 * In the window of a drill: tells the drill what the pages show, and on the local tenant presses what the drill
 * asks for, as a person would. It sees no more than a person does, and passes on states and nobody's data.
 */
export class DrillAgent {
  readonly #channel: BroadcastChannel | undefined;
  readonly #page = crypto.randomUUID();
  #last = '';
  #waiting: ToAgent | undefined;
  #lastDone = '';

  constructor(drill: string) {
    this.#channel = drillChannel(drill);
  }

  start(): void {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isToAgent(data)) this.#hear(data);
    });
    new MutationObserver(() => this.#look()).observe(document.documentElement, {
      subtree: true,
      childList: true,
      attributes: true,
    });
    this.#look();
    setInterval(() => this.#tell(), tellAgainEveryMs);
  }

  /** A message may be lost, and what is asked for is asked again; it is done once. */
  #hear(asked: ToAgent): void {
    if (asked.id === this.#lastDone) {
      this.#send({ kind: 'did', id: asked.id, page: this.#page });

      return;
    }
    this.#waiting = asked;
    this.#look();
  }

  #look(): void {
    const text = JSON.stringify(sightOf(document));
    if (text !== this.#last) {
      this.#last = text;
      this.#tell();
    }
    if (this.#waiting === undefined) return;
    const { id, act } = this.#waiting;
    const deed = deedFor(act);
    if (deed === undefined) {
      if (act.kind === 'press') makeWay(document, act.action, act.target);

      return;
    }
    this.#waiting = undefined;
    this.#lastDone = id;
    this.#send({ kind: 'did', id, page: this.#page });
    // In a task of its own: a message is lost where a window is opened in the same one.
    setTimeout(deed);
  }

  #tell(): void {
    this.#send({ kind: 'sight', sight: { page: this.#page, ...sightOf(document) } });
  }

  #send(message: FromAgent): void {
    this.#channel?.postMessage(message);
  }
}

/** What is to be done, as soon as it can be done. */
function deedFor(act: Act): (() => void) | undefined {
  switch (act.kind) {
    case 'press': {
      const control = pressable(document, act.action, act.target);

      return control && (() => control.click());
    }
    case 'type': {
      const field = fieldFor(document, act.action);

      return (
        field &&
        (() => {
          field.value = act.text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        })
      );
    }
    case 'startOver':
      return startOver;
    case 'close':
      return () => window.close();
  }
}

/** Finds what can be pressed for this here; `undefined` while there is no such thing, or it is disabled. */
const pressable = (page: Document, action: Action, target?: string): HTMLElement | undefined =>
  [...page.querySelectorAll<HTMLElement>(selectorOf(action, target))].find(
    (control) => !control.matches(':disabled, [aria-disabled="true"]') && control.checkVisibility(),
  );

/** Does what comes before something can be pressed: unfolds what it is in, looks at what is lost, says what is asked. */
function makeWay(page: Document, action: Action, target?: string): void {
  const control = page.querySelector<HTMLElement>(selectorOf(action, target));
  const fold = control?.closest('[hidden]')?.id;
  if (fold) {
    page.querySelector<HTMLElement>(`[aria-controls="${fold}"][aria-expanded="false"]`)?.click();
  }
  // What can be added is in a sheet, and only while that is open.
  if (action === 'open-link' && control === null && page.querySelector('dialog[open]') === null) {
    page.querySelector<HTMLElement>(selectorOf('add-method'))?.click();
  }
  if (action !== 'link-accounts') return;
  page.querySelector(selectorOf('show-losses'))?.scrollIntoView({ block: 'center' });
  page.querySelector<HTMLElement>(`${selectorOf('both-are-mine')}:not(:checked)`)?.click();
}

/** Finds the field that takes this; `undefined` while there is none. */
const fieldFor = (page: Document, action: Action): HTMLInputElement | undefined =>
  page.querySelector<HTMLInputElement>(`input${selectorOf(action)}`) ?? undefined;

/** As a browser that has never been here: nobody signed in in this tab, nothing half done, nobody remembered. */
function startOver(): void {
  for (const name of tabStorage.names()) if (name !== drillMark) tabStorage.remove(name);
  lastUser.forget();
  window.location.replace(addressOf('/'));
}

function sightOf(page: Document): Omit<PageSnapshot, 'page'> {
  const phase = page.querySelector('[data-phase]')?.getAttribute('data-phase');
  const failure = page.querySelector('[data-failure]')?.getAttribute('data-failure');
  const isUnlinked = page.querySelector('[data-done="unlinked"]') !== null;

  return {
    path: pagePath(),
    ...(phase && { phase }),
    ...(isUnlinked && { phase: 'unlinked' }),
    ...(failure && { failure }),
  };
}
