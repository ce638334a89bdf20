import type { FaultRule } from '../testing/local-tenant.ts';
import { steps, type Direction, type Step } from './steps.ts';

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

const status = (code: number): Fault => ({
  name: String(code),
  when: 'before',
  then: { status: code },
});

/** Longer than the application waits for an answer, in milliseconds. */
const tooLongMs = 21_000;

export const faults: readonly Fault[] = [
  { name: 'lost before', when: 'before', then: { drop: true } },
  { name: 'answer lost', when: 'after', then: { drop: true } },
  { name: 'timeout', when: 'before', then: { delayMs: tooLongMs } },
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
  faults.flatMap((fault) => directionsOf(step).map((direction) => ({ step, fault, direction }))),
);

export const nameOf = ({ step, fault, direction }: Case): string =>
  `${step.flow}: ${step.name}, ${fault.name}, ${direction}`;

function directionsOf({ flow, directions }: Step): readonly Direction[] {
  if (directions !== undefined) return directions;

  return flow === 'link' ? ['keepFirst', 'keepSecond'] : ['keepFirst'];
}
