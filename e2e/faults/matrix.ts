import type { Request } from '@playwright/test';

import type { FaultRule } from '../local-tenant.ts';
import { ada } from '../people.ts';

export type Direction = 'keepFirst' | 'keepSecond';
export type Flow = 'link' | 'unlink';

/** One request of a link or an unlink on which something goes wrong; `nth` counts requests that look alike. */
export interface Step {
  readonly flow: Flow;
  readonly name: string;
  readonly method: string;
  readonly path: (direction: Direction) => string;
  readonly nth: number;
}

/** What goes wrong: by a rule of the tenant, or with the page itself. */
export interface Fault {
  readonly name: string;
  readonly when: FaultRule['when'];
  readonly then: FaultRule['then'] | 'reload' | 'close';
}

export interface Case {
  readonly step: Step;
  readonly fault: Fault;
  readonly direction: Direction;
}

const kept = (direction: Direction): string =>
  direction === 'keepFirst' ? ada.userId : ada.googleId;
const user = (id: string): string => `/api/v2/users/${id}`;

export const steps: readonly Step[] = [
  { flow: 'link', name: 'token', method: 'POST', path: () => '/oauth/token', nth: 1 },
  { flow: 'link', name: 'read second', method: 'GET', path: () => user(ada.googleId), nth: 1 },
  { flow: 'link', name: 'read again', method: 'GET', path: (to) => user(kept(to)), nth: 2 },
  { flow: 'link', name: 'open', method: 'PATCH', path: (to) => user(kept(to)), nth: 1 },
  {
    flow: 'link',
    name: 'link',
    method: 'POST',
    path: (to) => `${user(kept(to))}/identities`,
    nth: 1,
  },
  { flow: 'link', name: 'close', method: 'PATCH', path: (to) => user(kept(to)), nth: 2 },
  { flow: 'unlink', name: 'read before', method: 'GET', path: () => user(ada.userId), nth: 1 },
  {
    flow: 'unlink',
    name: 'unlink',
    method: 'DELETE',
    path: () => `${user(ada.userId)}/identities/google-oauth2/${ada.googleId.split('|')[1] ?? ''}`,
    nth: 1,
  },
  { flow: 'unlink', name: 'read after', method: 'GET', path: () => user(ada.userId), nth: 2 },
];

const status = (code: number): Fault => ({
  name: String(code),
  when: 'before',
  then: { status: code },
});

/** Longer than the application waits for an answer. */
const tooLong = 21_000;

export const faults: readonly Fault[] = [
  { name: 'lost before', when: 'before', then: { drop: true } },
  { name: 'answer lost', when: 'after', then: { drop: true } },
  { name: 'timeout', when: 'before', then: { delayMs: tooLong } },
  status(401),
  status(403),
  status(409),
  status(429),
  status(503),
  {
    name: '503, no CORS',
    when: 'before',
    then: { status: 503, headers: { 'access-control-allow-origin': 'https://elsewhere.example' } },
  },
  { name: 'broken JSON', when: 'after', then: { body: '{"identities":[{"conn' } },
  { name: 'reload', when: 'after', then: 'reload' },
  { name: 'tab closed', when: 'after', then: 'close' },
];

/** Every step with every fault, in both directions where there are two. */
export const cases: readonly Case[] = steps.flatMap((step) =>
  faults.flatMap((fault) =>
    (step.flow === 'link' ? (['keepFirst', 'keepSecond'] as const) : (['keepFirst'] as const)).map(
      (direction) => ({ step, fault, direction }),
    ),
  ),
);

export const isOf = ({ step, direction }: Case, request: Request): boolean =>
  request.method() === step.method &&
  decodeURIComponent(new URL(request.url()).pathname) === step.path(direction);

export const nameOf = ({ step, fault, direction }: Case): string =>
  `${step.flow}: ${step.name}, ${fault.name}, ${direction}`;
