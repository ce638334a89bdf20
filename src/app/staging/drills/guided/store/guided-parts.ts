import { holdsSubject, type Account } from '../../../../identity/account';
import { subjectOf } from '../../../../identity/identity';
import { sameJson } from '../../../../identity/json';
import type { LinkParty } from '../../../../saga/ports/link-parties';
import type { RestoreSaga } from '../../../../saga/settings/restore-saga';
import type { Participants, Who } from '../../catalogue/drill';
import { whoWords } from '../../catalogue/step-words';
import { sameSettings } from '../../judge/account-facts';
import type { AccountsBefore, AccountSeen, AccountsSeen } from '../../judge/accounts-seen';
import { judged, notSeen, type Evidence } from '../../judge/evidence';

/** An account that somebody has proven for a part in a drill, as it was found, and what may ask for it. */
export interface ProvenPart {
  readonly party: LinkParty;
  readonly found: Account;
}

/** The accounts that take part in a drill, each by its own token; the tokens are in this object alone. */
export class GuidedParts {
  readonly #parts = new Map<Who, ProvenPart>();
  readonly #saga: RestoreSaga;

  constructor(saga: RestoreSaga) {
    this.#saga = saga;
  }

  add(who: Who, part: ProvenPart): void {
    this.#parts.set(who, part);
  }

  /** Whether this account has another part already. */
  has(subject: string): boolean {
    return [...this.#parts.values()].some(({ found }) => holdsSubject(found, subject));
  }

  /** Gives the accounts what the drill needs; how they are then, or `undefined` where one does not have it. */
  async prepare(participants: Participants): Promise<AccountsBefore | undefined> {
    const before: Partial<Record<Who, Account>> = {};
    for (const [who, { party, found }] of this.#parts) {
      const settings = new Map(Object.entries(participants[who]?.settings ?? {}));
      const wanted = new Map([...found.settings, ...settings]);
      if (!(await this.#saga.giveSettings(party, wanted))) return undefined;
      const reading = await this.#saga.read(party);
      if (!reading.known) return undefined;
      before[who] = reading.account;
    }

    return before;
  }

  /** Each account by its own token; where one holds another's sign-in method, the other is no account any more. */
  async look(): Promise<AccountsSeen> {
    const accounts = new Map<Who, Account>();
    for (const [who, { party }] of this.#parts) {
      const reading = await this.#saga.read(party);
      if (reading.known) accounts.set(who, reading.account);
    }
    const seen = [...this.#parts].map(([who, { found }]): readonly [Who, AccountSeen] => {
      const account = accounts.get(who);
      const own = subjectOf(found.identities[0]);
      const isHeld = [...accounts].some(([other, one]) => other !== who && holdsSubject(one, own));
      if (isHeld) return [who, { kind: 'gone' }];

      return [who, account === undefined ? { kind: 'notSeen' } : { kind: 'there', account }];
    });

    return Object.fromEntries(seen);
  }

  /** Takes apart what was linked, gives each account what it had, and looks whether it has. */
  async putBack(): Promise<readonly Evidence[]> {
    for (const { party, found } of this.#parts.values()) await this.#saga.takeApart(party, found);
    const each: Evidence[] = [];
    for (const [who, { party, found }] of this.#parts) {
      await this.#saga.giveSettings(party, found.settings);
      const reading = await this.#saga.read(party);
      const what = $localize`The ${whoWords[who]}:account: is as it was found.`;
      each.push(reading.known ? judged(isAsFound(reading.account, found), what) : notSeen(what));
    }

    return each;
  }
}

const isAsFound = (now: Account, found: Account): boolean =>
  sameJson(now.identities.map(subjectOf), found.identities.map(subjectOf)) &&
  sameSettings(now, found);
