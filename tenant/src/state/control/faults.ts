import { setTimeout as delay } from 'node:timers/promises';

import { decoded } from '../../protocol/http.ts';
import { defined } from '../../protocol/json.ts';
import type { ActiveFault, FaultMatch, FaultRule } from './fault-rule.ts';
import { pathPattern } from './path-pattern.ts';

/** What goes wrong on purpose, in the order in which it was asked for. */
export class Faults {
  #faults: readonly ActiveFault[] = [];
  #added = 0;
  #delays = new AbortController();

  /** Lists the rules, those too that fire no more. */
  list(): readonly ActiveFault[] {
    return this.#faults;
  }

  /** Lists the rules that can still fire. */
  live(): readonly ActiveFault[] {
    return this.#faults.filter(isLive);
  }

  /** Adds a rule. */
  add(rule: FaultRule, preset?: string): ActiveFault {
    this.#added += 1;
    const fault = { id: `fault-${this.#added}`, rule, fired: 0, ...defined({ preset }) };
    this.#faults = [...this.#faults, fault];

    return fault;
  }

  /** Takes out what matches, and lets go whoever was being kept waiting. */
  removeWhere(matches: (fault: ActiveFault) => boolean): boolean {
    const before = this.#faults.length;
    this.#faults = this.#faults.filter((fault) => !matches(fault));
    this.release();

    return this.#faults.length < before;
  }

  /** Takes the rules that fire for a request, each counted as it is taken. */
  *firing(target: FaultTarget, when: FaultRule['when']): Generator<ActiveFault> {
    for (const { id } of this.#faults) {
      const fault = this.#faults.find((candidate) => candidate.id === id);
      if (fault === undefined || !isLive(fault) || fault.rule.when !== when) continue;
      if (!isAbout(fault.rule.match, target)) continue;
      if (Math.random() >= (fault.rule.probability ?? 1)) continue;
      yield this.#count(fault);
    }
  }

  /** Keeps a request waiting. Deleting rules or stopping the tenant ends that too. */
  async delay(delayMs: number): Promise<void> {
    const { signal } = this.#delays;
    await delay(delayMs, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  /** Lets go every request that is kept waiting. */
  release(): void {
    this.#delays.abort();
    this.#delays = new AbortController();
  }

  /** Puts other rules in the place of these, with what they have counted. */
  restore(faults: readonly Omit<ActiveFault, 'id'>[]): void {
    this.clear();
    for (const { rule, preset, fired } of faults) {
      const { id } = this.add(rule, preset);
      this.#faults = this.#faults.map((fault) => (fault.id === id ? { ...fault, fired } : fault));
    }
  }

  /** Removes all rules, and lets go whoever they kept waiting. */
  clear(): void {
    this.#faults = [];
    this.release();
  }

  #count(fault: ActiveFault): ActiveFault {
    const counted = { ...fault, fired: fault.fired + 1 };
    this.#faults = this.#faults.map((other) => (other.id === fault.id ? counted : other));

    return counted;
  }
}

/** Whether a rule can still fire. */
export function isLive({ rule, fired }: ActiveFault): boolean {
  return rule.times === undefined || fired < rule.times;
}

/** A request as far as a rule looks at it. */
export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Whether a rule is about a request. Preflights fail only when a rule names them. */
function isAbout({ method, path, query }: FaultMatch, target: FaultTarget): boolean {
  const hasMethod = method === '*' ? target.method !== 'OPTIONS' : method === target.method;
  const hasQuery = Object.entries(query ?? {}).every(
    ([name, value]) => target.query.get(name) === value,
  );

  return hasMethod && hasQuery && [target.path, decoded(target.path)].some(pathMatcher(path));
}

function pathMatcher(pattern: string): (path: string) => boolean {
  if (!pattern.includes('*')) {
    const folder = pattern.endsWith('/') ? pattern : `${pattern}/`;

    return (path) => path === pattern || path.startsWith(folder);
  }

  return pathPattern(pattern);
}
