import { ExpiringMap } from './expiring-map.ts';
import { Group } from './group.ts';
import { RateLimit } from './rate-limit.ts';

/** Counters of what has a limit. */
export class Limits extends Group {
  readonly managementLimit = new RateLimit();
  /** When each address of the network asked for codes, for the limit of contract §4.1. */
  readonly codeRequests = new ExpiringMap<readonly number[]>();
  /** Wrong passwords in a row: `identity address` → how many. */
  readonly failedPasswords = new ExpiringMap<number>();
}
