import type { Account } from '../../identity/account';
import type { TenantFailure } from '../../identity/failure';
import type { Json, Settings } from '../../identity/json';
import type { Direction } from '../../identity/link/link-direction';
import type { AccountReading, LinkPort, Written } from '../ports/link-port';
import type { UnlinkPort } from '../unlink/run-unlink';
import type { ModelTenant, Refusal, RequestKind } from './tenant';

/** Thrown where a page ends in the middle of what it does; nothing catches it. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * What goes wrong with one request. `late`: nobody hears of it, and it arrives some requests later; `gateway`: the
 * same, answered with an error of the server.
 */
export type Fault =
  | { readonly kind: 'none' | 'lost' | 'answerLost' | 'offline' | 'badAnswer' }
  | { readonly kind: 'late' | 'gateway'; readonly steps: number }
  | {
      readonly kind: 'status';
      readonly code: 'rejected' | 'signed-out' | 'forbidden' | 'conflict' | 'busy';
    }
  | { readonly kind: 'serverError'; readonly applied: boolean };

/** What happens at one request: a fault, and just before it somebody else's edit of the kept or the absorbed account. */
export interface Turn {
  readonly fault: Fault;
  readonly edit?: readonly [key: string, value: Json];
  readonly absorbedEdit?: readonly [key: string, value: Json];
}

/** What goes wrong with the requests of each kind, one after the other. */
export type FaultsByKind = Readonly<
  Partial<Record<RequestKind | 'kept' | 'absorbed', readonly Fault[]>>
>;

/** What a page is about to do, and what happens to it. */
export interface Script {
  /** By the order of all requests. */
  readonly turns: readonly Turn[];
  /** By the order of the requests of a kind; what is not named here is as in `turns`. */
  readonly of?: FaultsByKind;
  /** At which of its waits the page ends, the first being 0; each request has one before and one after its effect. */
  readonly crashAt?: number;
}

export const smooth: Script = { turns: [] };

/** Which account absorbs which, and until when the proof of it is good. */
export interface Parties {
  readonly direction: Direction;
  readonly kept: string;
  readonly absorbed: string;
  readonly proofExpiresAtMs: number;
}

/** How a page has seen the two accounts last, and at which request it has looked at the absorbed one. */
export interface Looks {
  kept?: Account;
  absorbed?: Account;
  absorbedAt?: number;
}

/** Who watches what browsers do. */
export interface Witness {
  readonly onEdit: (key: string, value: Json) => void;
  /** A link is sent in this moment. */
  readonly onSend: (browser: string, looks: Looks) => void;
}

/** A browser: its name, and what it has noted of a link. It outlives its pages. */
export class ModelBrowser {
  note: { readonly id: string; readonly step: 'prepared' | 'sent' } | undefined;

  readonly name: string;
  readonly tenant: ModelTenant;
  readonly witness: Partial<Witness>;

  constructor(name: string, tenant: ModelTenant, witness: Partial<Witness> = {}) {
    this.name = name;
    this.tenant = tenant;
    this.witness = witness;
  }

  /** A page in this browser. */
  page(
    { direction, kept, absorbed, proofExpiresAtMs }: Parties,
    script: Script = smooth,
  ): LinkPort & UnlinkPort {
    const { tenant } = this;
    const looks: Looks = {};
    const counts = { kept: 0, absorbed: 0, settings: 0, link: 0, unlink: 0 };
    let requests = 0;
    let waits = 0;

    const whoseIs = (userId: string): Whose =>
      (userId === kept) === (direction === 'keepFirst') ? 'first' : 'second';
    const wait = async (): Promise<void> => {
      await Promise.resolve();
      if (waits === script.crashAt) throw new Crash();
      waits += 1;
    };
    // An edit comes before the request, so that the witness knows what the request finds.
    const turn = (kind: keyof FaultsByKind): Fault => {
      const named = script.of?.[kind]?.[counts[kind]++];
      const { fault, edit, absorbedEdit } = script.turns[requests] ?? calm;
      requests += 1;
      tenant.step();
      tenant.advance(200);
      if (edit !== undefined) {
        this.witness.onEdit?.(...edit);
        tenant.edit(kept, ...edit);
      }
      if (absorbedEdit !== undefined) tenant.edit(absorbed, ...absorbedEdit);

      return named ?? fault;
    };

    async function read(userId: string): Promise<AccountReading> {
      await wait();
      const fault = turn(userId === kept ? 'kept' : 'absorbed');
      const account = tenant.accounts.get(userId);
      const at = tenant.requests;
      await wait();
      const code = readFailure(fault, whoseIs(userId));
      if (code !== undefined) return { known: false, code };
      if (account !== undefined) {
        Object.assign(
          looks,
          userId === kept ? { kept: account } : { absorbed: account, absorbedAt: at },
        );
      }

      return account === undefined ? { known: false, code: 'not-found' } : { known: true, account };
    }

    async function request<Value extends object>(
      effect: () => Value | Refusal,
      what: RequestKind,
    ): Promise<Written<Value>> {
      await wait();
      const fault = turn(what);
      if (fault.kind === 'late' || fault.kind === 'gateway') {
        tenant.delay(effect, fault.steps, what);
      }
      const answer = isApplied(fault) ? effect() : undefined;
      await wait();

      return judged(fault, answer, whoseIs(kept));
    }

    return {
      direction,
      readKept: () => read(kept),
      readAbsorbed: () => read(absorbed),
      write: (changes: Settings) => request(() => tenant.write(kept, changes), 'settings'),
      send: () => {
        this.witness.onSend?.(this.name, looks);
        const seen = looks.absorbed?.settings;

        return request(() => tenant.link(kept, absorbed, proofExpiresAtMs, seen), 'link');
      },
      remove: () => request(() => tenant.unlink(kept, absorbed), 'unlink'),
      now: () => tenant.now,
      delay: async (milliseconds) => {
        tenant.advance(milliseconds);
        await wait();
      },
      // Requests take no time here that could pass meanwhile.
      whileLasting: (step) => step,
      events: () => [],
      note: (id, step) => {
        this.note = step === 'closed' ? undefined : { id, step };
      },
    };
  }
}

const calm: Turn = { fault: { kind: 'none' } };

const isApplied = (fault: Fault): boolean =>
  fault.kind === 'none' ||
  fault.kind === 'answerLost' ||
  fault.kind === 'badAnswer' ||
  (fault.kind === 'serverError' && fault.applied);

/** In whose name a request is made: the signed-in person's, or the second person's. */
type Whose = 'first' | 'second';

function readFailure(fault: Fault, whose: Whose): TenantFailure | undefined {
  switch (fault.kind) {
    case 'none':
      return undefined;
    case 'lost':
    case 'answerLost':
    case 'late':
      return 'unreachable';
    case 'offline':
      return 'offline';
    case 'badAnswer':
      return 'unreadable';
    case 'serverError':
    case 'gateway':
      return 'tenant-error';
    case 'status':
      return fault.code === 'signed-out' && whose === 'second' ? 'second-signed-out' : fault.code;
  }
}

/** What the seam to the tenant makes of an answer. */
function judged<Value extends object>(
  fault: Fault,
  answer: Value | Refusal | undefined,
  whose: Whose,
): Written<Value> {
  const code = readFailure(fault, whose);
  if (code !== undefined || answer === undefined) {
    const outcome =
      fault.kind === 'offline' ? 'notSent' : fault.kind === 'status' ? 'refused' : 'unknown';

    return { outcome, reason: { code: code ?? 'unreachable' } };
  }

  return typeof answer === 'string'
    ? { outcome: 'refused', reason: { code: answer } }
    : { outcome: 'ok', value: answer };
}
