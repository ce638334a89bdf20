import type { RestoreSaga } from '../../../../saga/settings/restore-saga';
import type { Drill } from '../../catalogue/drill';
import { stepWords } from '../../catalogue/step-words';
import { isShown, type PageSnapshot } from '../../driver/drill-messages';
import { DrillWindow } from '../../driver/drill-window';
import type { AccountsBefore } from '../../judge/accounts-seen';
import type { DrillOutcome } from '../../judge/drill-result';
import { asExpected, notSeen, type Evidence } from '../../judge/evidence';
import { judgeDrill, type Checked } from '../../judge/judge';
import { GuidedParts } from './guided-parts';

/** One drill that a person goes through, from the accounts that take part to what came of it. */
export class GuidedDrill {
  readonly parts: GuidedParts;
  readonly #drill: Drill;
  readonly #atMs = Date.now();
  #window: DrillWindow | undefined;
  #before: AccountsBefore = {};

  constructor(drill: Drill, saga: RestoreSaga) {
    this.#drill = drill;
    this.parts = new GuidedParts(saga);
  }

  /** Opens the window in which the person goes through it; in a click only. Whether the browser let it. */
  openWindow(): boolean {
    this.#window = DrillWindow.open();

    return this.#window !== undefined;
  }

  /** Gives the accounts what the drill needs them to have; whether all of them have it. */
  async prepare(): Promise<boolean> {
    const before = await this.parts.prepare(this.#drill.participants);
    this.#before = before ?? {};

    return before !== undefined;
  }

  /** Reads what has become of the accounts, puts them back, and says what came of it all. */
  async finish({ isDone }: { readonly isDone: boolean }): Promise<DrillOutcome> {
    const sights = this.#window?.sights ?? [];
    const checked = isDone ? await this.#check() : [];
    const evidence = isDone
      ? this.#seen(sights)
      : [notSeen($localize`The drill was stopped before its end.`)];
    const noticed = [...evidence, ...(await this.parts.putBack())];
    this.#window?.close();

    return {
      ...judgeDrill({ before: this.#before, checked, noticed }),
      shown: sights.flatMap(({ phase, failure }) => failure ?? phase ?? []),
      atMs: this.#atMs,
      durationMs: Date.now() - this.#atMs,
    };
  }

  async #check(): Promise<readonly Checked[]> {
    const last = this.#drill.steps.filter((step) => step.kind === 'check').at(-1);

    return last === undefined ? [] : [{ expected: last.accounts, after: await this.parts.look() }];
  }

  #seen(sights: readonly PageSnapshot[]): readonly Evidence[] {
    return this.#drill.steps
      .filter((step) => step.kind === 'see')
      .map((step) => {
        const what = stepWords(step, this.#drill);

        return sights.some((sight) => isShown(sight, step.shows))
          ? asExpected(what)
          : notSeen(what);
      });
  }
}
