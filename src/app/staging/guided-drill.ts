import { holdsSubject, type Account } from '../identity/account';
import type { LinkParty } from '../saga/link-parties';
import type { RestoreSaga } from '../saga/restore-saga';
import { sameJson } from '../identity/json';
import { subjectOf } from '../identity/identity';
import type { Sight } from './drill-messages';
import type { AccountsBefore, AccountSeen, AccountsSeen } from './drills/accounts-seen';
import type { Drill, Shown, Who } from './drills/drill';
import type { DrillOutcome } from './drills/drill-result';
import { asExpected, judged, notSeen, type Evidence } from './drills/evidence';
import { judgeDrill, type Checked } from './drills/judge';
import { stepWords } from './drills/step-words';

/** An account that somebody has proven for a part in a drill, as it was found, and what may ask for it. */
export interface ProvenPart {
  readonly party: LinkParty;
  readonly found: Account;
}

/**
 * One drill that a person goes through: it knows the accounts that take part by their own tokens, which are in
 * this object alone and end with it.
 */
export class GuidedDrill {
  readonly #parts = new Map<Who, ProvenPart>();
  readonly #saga: RestoreSaga;
  readonly #at = Date.now();
  #before: AccountsBefore = {};
  readonly drill: Drill;

  constructor(drill: Drill, saga: RestoreSaga) {
    this.drill = drill;
    this.#saga = saga;
  }

  add(who: Who, part: ProvenPart): void {
    this.#parts.set(who, part);
  }

  /** Whether this account has another part already. */
  has(subject: string): boolean {
    return [...this.#parts.values()].some(({ found }) => holdsSubject(found, subject));
  }

  /** Gives the accounts what the drill needs them to have; whether all of them have it. */
  async prepare(): Promise<boolean> {
    for (const [who, { party, found }] of this.#parts) {
      const settings = new Map(Object.entries(this.drill.cast[who]?.settings ?? {}));
      const wanted = new Map([...found.settings, ...settings]);
      if (!(await this.#saga.giveSettings(party, wanted))) return false;
      const reading = await this.#saga.read(party);
      if (!reading.known) return false;
      this.#before = { ...this.#before, [who]: reading.account };
    }

    return true;
  }

  /** Reads what has become of the accounts, puts them back, and says what came of it all. */
  async finish(sights: readonly Sight[], isDone: boolean): Promise<DrillOutcome> {
    const checked: Checked[] = isDone ? await this.#check() : [];
    const evidence = isDone
      ? this.#seen(sights)
      : [notSeen($localize`The drill was given up before its end.`)];

    return {
      ...judgeDrill({
        before: this.#before,
        checked,
        noticed: [...evidence, ...(await this.#putBack())],
      }),
      shown: sights.flatMap(({ phase, failure }) => failure ?? phase ?? []),
      at: this.#at,
      duration: Date.now() - this.#at,
    };
  }

  async #check(): Promise<Checked[]> {
    const last = this.drill.steps.filter((step) => step.do === 'check').at(-1);

    return last === undefined ? [] : [{ expected: last.accounts, after: await this.#look() }];
  }

  /** Each account by its own token; where one holds another's sign-in method, the other is no account any more. */
  async #look(): Promise<AccountsSeen> {
    const accounts = new Map<Who, Account>();
    for (const [who, { party }] of this.#parts) {
      const reading = await this.#saga.read(party);
      if (reading.known) accounts.set(who, reading.account);
    }
    const seen = [...this.#parts].map(([who, { found }]): readonly [Who, AccountSeen] => {
      const account = accounts.get(who);
      const own = subjectOf(found.identities[0]);
      const isHeld = [...accounts].some(([other, one]) => other !== who && holdsSubject(one, own));
      if (isHeld) return [who, { is: 'gone' }];

      return [who, account === undefined ? { is: 'notSeen' } : { is: 'there', account }];
    });

    return Object.fromEntries(seen);
  }

  #seen(sights: readonly Sight[]): readonly Evidence[] {
    return this.drill.steps
      .filter((step) => step.do === 'see')
      .map((step) => {
        const what = stepWords(step, this.drill);

        return sights.some((sight) => isShown(sight, step.shows))
          ? asExpected(what)
          : notSeen(what);
      });
  }

  async #putBack(): Promise<readonly Evidence[]> {
    for (const { party, found } of this.#parts.values()) await this.#saga.takeApart(party, found);
    const each: Evidence[] = [];
    for (const [who, { party, found }] of this.#parts) {
      await this.#saga.giveSettings(party, found.settings);
      const reading = await this.#saga.read(party);
      const what = putBackWords(who);
      each.push(reading.known ? judged(isAsFound(reading.account, found), what) : notSeen(what));
    }

    return each;
  }
}

const isShown = ({ phase, failure }: Sight, shows: Shown): boolean =>
  'phase' in shows
    ? phase === shows.phase
    : failure !== undefined && [shows.failure].flat().includes(failure as never);

const isAsFound = (now: Account, found: Account): boolean =>
  sameJson(now.identities.map(subjectOf), found.identities.map(subjectOf)) &&
  sameJson(Object.fromEntries(now.settings), Object.fromEntries(found.settings));

function putBackWords(who: Who): string {
  switch (who) {
    case 'first':
      return $localize`The first account is as it was found.`;
    case 'second':
      return $localize`The second account is as it was found.`;
    case 'third':
      return $localize`The third account is as it was found.`;
  }
}
