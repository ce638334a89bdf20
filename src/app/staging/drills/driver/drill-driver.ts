import { labelOf, type Account } from '../../../identity/account';
import type { Connection } from '../../../identity/connection';
import { isPhone } from '../../../identity/connection-kinds';
import type { TenantControl } from '../../../management-api/tenant-control';
import type { Shown, Step, Who } from '../catalogue/drill';
import type { TextMatch } from './drill-messages';
import { DrillStuckError } from './drill-stuck-error';
import type { DrillWindow } from './drill-window';
import { isShown } from './is-shown';

export interface DrillScene {
  readonly window: DrillWindow;
  readonly control: TenantControl;
  readonly connection: Connection;
  readonly account: (who: Who) => Account;
  /** Whether anything in this drill waits for a sign-in to grow old, in seconds. */
  readonly age: number;
}

const whole = (begins: string): TextMatch => ({ begins, isWhole: true });

/**
 * Does the steps of a drill in its window, by pressing what a person presses. The names are written as they are
 * in the templates, so that they are the same in every language.
 */
export class DrillDriver {
  /** Whether a window was blocked and the full page was used instead. */
  isBlocked = false;

  readonly #scene: DrillScene;

  constructor(scene: DrillScene) {
    this.#scene = scene;
  }

  async carryOut(step: Step): Promise<void> {
    const { control, window, connection } = this.#scene;
    switch (step.kind) {
      case 'signIn':
        return this.#signIn(step.who);
      case 'openWizard':
        return this.#press(whole($localize`Link ${connection.label}:INTERPOLATION:`));
      case 'prove':
        return this.#prove(step.who);
      case 'proveAnother':
        await this.#expect(step.who);

        return this.#press(whole($localize`Use another account`));
      case 'confirm':
        await this.#expect(step.who);

        return this.#press(whole($localize`Confirm it's you`));
      case 'signInAgain':
        await this.#expect(step.who);

        return this.#press(whole($localize`Sign in again`));
      case 'keep':
        // Where the account that is kept becomes the person's own, they sign in as it once more.
        await this.#expect(step.who);

        return this.#press({ begins: '', contains: this.#label(step.who) }, '[role=radiogroup]');
      case 'takeTheirs':
        return this.#press(whole($localize`Take theirs`));
      case 'agree':
        return this.#press(whole($localize`Link accounts`));
      case 'cancel':
        return this.#press(whole($localize`Cancel`));
      case 'tryAgain':
        return this.#press(whole($localize`Try again`));
      case 'goBack':
        return this.#press(whole($localize`Back to sign-in methods`));
      case 'unlink':
        await this.#press({ begins: $localize`Unlink`, contains: this.#label(step.who) });

        return this.#press(whole($localize`Unlink`), 'dialog');
      case 'breakTenant':
        return control.turnFaultOn(step.preset);
      case 'see':
        await this.#see(step.shows);

        return;
      case 'wait':
      case 'check':
        window.lookAfresh();
    }
  }

  /** The clock is moved back for the sign-in alone: then it is as old as it has to be. */
  async #signIn(who: Who): Promise<void> {
    const { control, window, age } = this.#scene;
    await this.#expect(who);
    if (age > 0) await control.moveClock(-age - 60);
    await this.#press(whole($localize`Sign in`));
    await window.until(({ path }) => path === '/account');
    if (age > 0) await control.moveClock(0);
  }

  async #prove(who: Who): Promise<void> {
    const { connection, window, control } = this.#scene;
    const isEmbedded = connection.transport === 'embedded';
    await this.#expect(isEmbedded ? undefined : who);
    await this.#press(whole($localize`Continue with ${connection.label}:INTERPOLATION:`));
    if (!isEmbedded) return;
    const address = this.#label(who);
    await window.act({
      kind: 'type',
      label: isPhone(connection.strategy) ? $localize`Phone number` : $localize`Email`,
      text: address,
    });
    await this.#press(whole($localize`Send code`));
    await window.act({
      kind: 'type',
      label: $localize`Code`,
      text: await control.codeFor(address),
    });
    await this.#press(whole($localize`Verify`));
  }

  /** A page that shows a failure in the place of what is waited for rests there, and so does the drill. */
  async #see(shows: Shown): Promise<void> {
    const { window } = this.#scene;
    const sight = await window.until(
      (one) => isShown(one, shows) || one.phase === 'failed' || one.failure === 'popup-blocked',
    );
    if (isShown(sight, shows)) return;
    if (sight.failure !== 'popup-blocked') throw new DrillStuckError('not-shown');
    this.isBlocked = true;
    // Waiting for a window is nothing that a full page can show.
    const onlyByWindow = 'phase' in shows && shows.phase === 'signingIn';
    if (onlyByWindow) throw new DrillStuckError('windows-blocked');
    await this.#press(whole($localize`Use full page instead`));
    await this.#see(shows);
  }

  #expect(who: Who | undefined): Promise<void> {
    return this.#scene.control.expectSignIns(
      who === undefined ? [] : [this.#scene.account(who).userId],
    );
  }

  #label(who: Who): string {
    return labelOf(this.#scene.account(who));
  }

  #press(name: TextMatch, inside?: string): Promise<void> {
    return this.#scene.window.act({ kind: 'press', name, ...(inside !== undefined && { inside }) });
  }
}
