import { holdsSubject, type Account } from '../../identity/account';
import { subjectOf } from '../../identity/identity';
import { sameJson, type Json, type Settings } from '../../identity/json';
import { arriveWithinMs } from '../../identity/link/journal';
import { accountWith } from '../../identity/testing/accounts';
import { patched } from '../../identity/testing/settings';

/** A request whose sender has heard nothing of it, and which arrives yet. */
interface Straggler {
  readonly arrive: () => void;
  readonly what: RequestKind;
  /** How many requests are made before it arrives. */
  steps: number;
  /** When it arrives at the latest. */
  readonly deadlineMs: number;
}

/** What a request would change. */
export type RequestKind = 'settings' | 'link' | 'unlink';

export type Refusal = 'rejected' | 'conflict' | 'not-found';

/** A tenant, as far as a link can tell: accounts, Auth0's way of merging settings, and requests that lag behind. */
export class ModelTenant {
  readonly accounts: Map<string, Account>;
  /** How many links have taken effect. */
  links = 0;
  /** What the latest link has ended, as far as its sender had seen it. */
  ended: Settings = new Map();
  /** How many methods have left an account. */
  unlinks = 0;
  /** How many requests have been made. */
  requests = 0;
  now: number;
  /** Called after whatever has changed an account. */
  onChange: (what: string) => void = () => undefined;
  #stragglers: Straggler[] = [];

  constructor(accounts: readonly Account[], now: number) {
    this.accounts = new Map(accounts.map((account) => [account.userId, account]));
    this.now = now;
  }

  account(userId: string): Account {
    const account = this.accounts.get(userId);
    if (account === undefined) throw new Error(`There is no account ${userId}.`);

    return account;
  }

  write(userId: string, changes: Settings): Account {
    if (changes.size === 0) throw new Error('An empty object would delete all settings.');
    const account = this.account(userId);
    const written = { ...account, settings: patched(account.settings, changes) };
    this.accounts.set(userId, written);
    this.onChange(`write ${[...changes.keys()].join()}`);

    return written;
  }

  /** Somebody else's write of one setting, by an application that knows nothing of links. */
  edit(userId: string, key: string, value: Json): void {
    const account = this.accounts.get(userId);
    if (account === undefined) return;
    this.accounts.set(userId, {
      ...account,
      settings: patched(account.settings, new Map([[key, value]])),
    });
  }

  block(userId: string): void {
    const account = this.accounts.get(userId);
    if (account !== undefined) this.accounts.set(userId, { ...account, isBlocked: true });
  }

  /** All methods of the other account move, and its settings end with it. `seen`: as the sender has seen them last. */
  link(
    userId: string,
    subject: string,
    expiresAtMs: number,
    seen?: Settings,
  ): Account['identities'] | Refusal {
    const account = this.account(userId);
    const absorbed = this.accounts.get(subject);
    if (holdsSubject(account, subject)) return 'conflict';
    if (this.now >= expiresAtMs) return 'rejected';
    if (absorbed === undefined) return 'conflict';
    const [own, ...others] = account.identities;
    const identities = [own, ...others, ...absorbed.identities] as const;
    this.accounts.delete(subject);
    this.accounts.set(userId, { ...account, identities });
    this.ended = new Map(
      [...absorbed.settings].filter(([key, value]) => !seen || sameJson(seen.get(key), value)),
    );
    this.links += 1;
    this.onChange('link');

    return identities;
  }

  /** A method is an account of its own again, which starts empty: what it has brought stays where it is. */
  unlink(userId: string, subject: string): Account['identities'] | Refusal {
    const account = this.account(userId);
    const [own, ...others] = account.identities;
    const remaining = others.filter((one) => subjectOf(one) !== subject);
    if (remaining.length === others.length) return 'not-found';
    const identities = [own, ...remaining] as const;
    this.accounts.set(userId, { ...account, identities });
    this.accounts.set(subject, accountWith(subject));
    this.unlinks += 1;
    this.onChange('unlink');

    return identities;
  }

  /** Whether such a request is on its way that its sender has given up. */
  awaits(kind: RequestKind): boolean {
    return this.#stragglers.some(({ what }) => what === kind);
  }

  delay(arrive: () => void, steps: number, what: RequestKind): void {
    this.#stragglers.push({ arrive, steps, what, deadlineMs: this.now + arriveWithinMs - 1 });
  }

  /** A request more has been made. */
  step(): void {
    this.requests += 1;
    this.#arrive((straggler) => (straggler.steps -= 1) < 0);
  }

  /** Time passes; whatever lags behind arrives in its time, and no later. */
  advance(milliseconds: number): void {
    const then = this.now + milliseconds;
    this.#arrive(({ deadlineMs }) => deadlineMs <= then);
    this.now = then;
  }

  /** The page whose writes lag behind is gone, and the next person comes much later. */
  settleWrites(): void {
    this.#arrive(({ what }) => what === 'settings');
  }

  #arrive(isDue: (straggler: Straggler) => boolean): void {
    const due = this.#stragglers.filter(isDue);
    this.#stragglers = this.#stragglers.filter((straggler) => !due.includes(straggler));
    due.forEach(({ arrive }) => arrive());
  }
}
