import { holdsSubject, type Account } from '../../identity/account';
import { subjectOf, type Identity } from '../../identity/identity';
import type { Json, Settings } from '../../identity/json';
import { journalOf, type Journal } from '../../identity/link/journal';
import type { Direction } from '../../identity/link/link-direction';
import { planLink, type LinkPlan, type LinkProposal } from '../../identity/link/link-plan';
import { planUnlink } from '../../identity/link/unlink-plan';
import type { PortalTask } from '../../identity/settings/portal-task';
import type { Decisions } from '../../identity/settings/settings-merge';
import { accountWith } from '../../identity/testing/accounts';
import { usualPolicy } from '../../identity/testing/link-policy';
import { cancelLink } from '../link/cancel-link';
import { continueLink } from '../link/continue-link';
import type { LinkResult } from '../link/link-result';
import { reconcileLink, type OpenLink } from '../link/reconcile-link';
import { runLink } from '../link/run-link';
import { runUnlink, type UnlinkResult } from '../unlink/run-unlink';
import { Crash, ModelBrowser, smooth, type Looks, type Parties, type Script } from './browser';
import { ModelTenant } from './tenant';

export const startMs = Date.UTC(2027, 0, 15, 8);
/** How long the tenant's proofs are good by default, in milliseconds. */
export const usualProofMs = 36_000_000;

/** How a story begins: two accounts, and what their owner chooses. */
export interface Beginning {
  readonly first: Settings;
  readonly second: Settings;
  readonly decisions: Decisions;
  readonly direction: Direction;
  /** How long the proof of the absorbed account is good, in milliseconds. */
  readonly proofLastsMs: number;
  /** Whether a portal is to be told of what has happened. */
  readonly isTold?: boolean;
  /** The methods that the second account has beside its own. */
  readonly methods?: readonly Identity[];
}

/** What the link of a story is known by. */
export const linkId = '5f0c7f4e-0000-4000-8000-000000000001';

export type Where = 'laptop' | 'phone';

/** One link from the press of the button to its end, in two browsers, and all that happens to it on the way. */
export class Story {
  readonly tenant: ModelTenant;
  readonly plan: LinkPlan;
  readonly browsers: Readonly<Record<Where, ModelBrowser>>;
  /** What somebody else has written meanwhile, by root key; and whether the journal was there then. */
  readonly edits = new Map<string, { readonly value: Json; readonly watched: boolean }[]>();
  /** The journal as each browser has seen it last, which may be long ago. */
  readonly seen = new Map<Where, Journal>();
  readonly broken: string[] = [];
  /** Whether a page has ended, or given up, before it had done everything. */
  wasCutShort = false;
  isBusy = false;
  readonly isTold: boolean;

  /** Whether a hook of the portal has answered, so that the account does not have its task any more. */
  hasAnswered = false;

  constructor(beginning: Beginning) {
    const { first, second, decisions, direction, proofLastsMs } = beginning;
    const { isTold = false, methods = [] } = beginning;
    this.isTold = isTold;
    const ada = accountWith('auth0|ada', first);
    const alone = accountWith('google-oauth2|115', second);
    const google = { ...alone, identities: [...alone.identities, ...methods] as const };
    this.tenant = new ModelTenant([ada, google], startMs);
    this.plan = planLink(proposalOf(ada, google), { direction, decisions });
    this.#parties = {
      direction,
      kept: this.plan.kept.userId,
      absorbed: this.plan.absorbed.userId,
      proofExpiresAtMs: startMs + proofLastsMs,
    };
    const browser = (name: Where) =>
      new ModelBrowser(name, this.tenant, {
        onEdit: (key, value) => this.noteEdit(key, value),
        onSend: (by, looks) => this.#noteSend(by, looks),
      });
    this.browsers = { laptop: browser('laptop'), phone: browser('phone') };
  }

  #parties: Parties;

  get kept(): Account {
    return this.tenant.account(this.plan.kept.userId);
  }

  get absorbed(): Account | undefined {
    return this.tenant.accounts.get(this.plan.absorbed.userId);
  }

  get isLinked(): boolean {
    return holdsSubject(this.kept, this.plan.absorbed.userId);
  }

  /** Whether the link has ever happened, so that the absorbed account's settings are nowhere but here. */
  get wasLinked(): boolean {
    return this.tenant.links > 0;
  }

  get journal(): Journal | undefined {
    return journalOf(this.kept.settings);
  }

  /** The person presses the button. */
  link(where: Where, script: Script = smooth): Promise<LinkResult | undefined> {
    const { absorbed } = this.plan;
    const announcement = {
      id: linkId,
      subject: absorbed.userId,
      connection: 'google',
      by: where,
      tokenExpiresAtMs: this.#parties.proofExpiresAtMs,
    };

    return this.#inPage(where, () =>
      runLink(this.#page(where, script), {
        plan: this.plan,
        announcement,
        isTold: this.isTold,
        report: () => undefined,
      }),
    );
  }

  /** The person opens the application. */
  async visit(where: Where, script: Script = smooth): Promise<OpenLink | undefined> {
    const port = this.#page(where, script);
    const found = await this.#unlessItEnds(async () => {
      const reading = await port.readKept();

      return reading.known ? reconcileLink(port, reading.account) : undefined;
    });
    if (found?.status === 'open') this.seen.set(where, found.journal);
    else if (found !== undefined) this.seen.delete(where);
    if (found?.status === 'open' && this.isLinked) this.wasCutShort = true;
    this.tenant.settleWrites();

    return found;
  }

  /** The person proves the absorbed account again, and goes on. */
  continue(where: Where, proofLastsMs: number, script: Script = smooth, unseen?: Journal) {
    const journal = unseen ?? this.seen.get(where);
    if (journal === undefined || this.absorbed === undefined) return Promise.resolve(undefined);
    const proofExpiresAtMs = this.tenant.now + proofLastsMs;
    this.#parties = { ...this.#parties, proofExpiresAtMs };

    return this.#inPage(where, () =>
      continueLink(this.#page(where, script), journal, {
        mine: { by: where, tokenExpiresAtMs: proofExpiresAtMs },
        report: () => undefined,
        isUnseen: unseen !== undefined,
      }),
    );
  }

  /** The person takes it back. */
  takeBack(where: Where, script: Script = smooth): Promise<LinkResult | undefined> {
    const journal = this.seen.get(where);
    if (journal === undefined) return Promise.resolve(undefined);
    const { note } = this.browsers[where];
    const isKnownUnsent =
      journal.by === where && note?.id === journal.id && note.step === 'prepared';

    return this.#inPage(where, () =>
      cancelLink(this.#page(where, script), journal, { by: where, wasSent: !isKnownUnsent }),
    );
  }

  /** The person unlinks the method again that the link has brought. */
  async unlink(where: Where, script: Script = smooth): Promise<UnlinkResult | undefined> {
    const { kept, plan } = this;
    const identity = kept.identities.find((one) => subjectOf(one) === plan.absorbed.userId);
    if (identity === undefined) return undefined;
    const { userId: other } = plan.absorbed;
    const task: PortalTask = {
      ...{ id: `unlink-${this.tenant.requests}`, what: 'unlink', atMs: this.tenant.now },
      ...{ kept: kept.userId, other, connection: 'google' },
    };
    const result = await this.#unlessItEnds(() =>
      runUnlink(
        this.#page(where, script),
        planUnlink(kept, identity),
        this.isTold ? task : undefined,
      ),
    );
    if (this.journal !== undefined) this.wasCutShort = true;
    this.tenant.settleWrites();

    return result;
  }

  /** Another application writes a setting of the absorbed account. */
  editAbsorbed(key: string, value: Json): void {
    this.tenant.edit(this.#parties.absorbed, key, value);
  }

  block(which: 'kept' | 'absorbed'): void {
    this.tenant.block(this.#parties[which]);
  }

  /** Another application writes a setting of the kept account. */
  edit(key: string, value: Json): void {
    this.noteEdit(key, value);
    this.tenant.edit(this.#parties.kept, key, value);
  }

  noteEdit(key: string, value: Json): void {
    const before = this.edits.get(key) ?? [];
    this.edits.set(key, [...before, { value, watched: this.journal !== undefined }]);
  }

  #noteSend(by: string, looks: Looks): void {
    const { journal, tenant } = this;
    // Beside the look, or after it, there is room for one write.
    if (looks.absorbedAt === undefined || tenant.requests - looks.absorbedAt > 1) {
      this.broken.push(`I1: ${by} sends without having looked at what ends with it`);
    }
    if (looks.absorbed?.isBlocked === true || looks.kept?.isBlocked === true) {
      this.broken.push(`${by} links an account that it knows to be blocked`);
    }
    if (journal !== undefined && journal.by !== by && this.tenant.now < journal.leaseUntilMs) {
      this.broken.push(`I5: ${by} sends while ${journal.by} holds the lease`);
    }
  }

  #page(where: Where, script: Script) {
    return this.browsers[where].page(this.#parties, script);
  }

  async #inPage(where: Where, steps: () => Promise<LinkResult>): Promise<LinkResult | undefined> {
    const result = await this.#unlessItEnds(steps);
    if (result?.kind === 'open') this.seen.set(where, result.journal);
    else if (result !== undefined) this.seen.delete(where);
    if (result?.kind === 'done' && result.journal === 'left') this.wasCutShort = true;
    this.tenant.settleWrites();

    return result;
  }

  async #unlessItEnds<Value>(steps: () => Promise<Value>): Promise<Value | undefined> {
    this.isBusy = true;
    try {
      return await steps();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      this.wasCutShort = true;

      return undefined;
    } finally {
      this.isBusy = false;
    }
  }
}

const proposalOf = (first: Account, second: Account): LinkProposal => ({
  first,
  second,
  connection: { name: 'google', strategy: 'google-oauth2', label: 'Google', transport: 'auto' },
  policy: { ...usualPolicy, reservedMetadata: ['roles'] },
  nowMs: startMs,
  proofExpiresAtMs: startMs + usualProofMs,
});

type JsonEntries = Readonly<Record<string, Json>>;

/** A link of two accounts with these settings, as the page has it if nobody chooses another direction. */
export const storyOf = (
  first: JsonEntries,
  second: JsonEntries,
  decisions: Decisions = new Map(),
  direction: Direction = 'keepFirst',
): Story =>
  new Story({
    first: new Map(Object.entries(first)),
    second: new Map(Object.entries(second)),
    decisions,
    direction,
    proofLastsMs: usualProofMs,
  });
