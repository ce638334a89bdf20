import { ada } from '../testing/people.ts';

export type Direction = 'keepFirst' | 'keepSecond';
export type Flow = 'link' | 'unlink';

export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** One request of a link or an unlink on which something goes wrong; `nth` counts requests that look alike. */
export interface Step {
  readonly flow: Flow;
  readonly name: string;
  readonly asks: (direction: Direction) => Asked;
  readonly nth: number;
  /** What must be so for the request to be made at all. */
  readonly given?: 'agedSignIn' | 'lostWrite';
  /** The directions of a link that make it; both, where nothing is said. */
  readonly directions?: readonly Direction[];
}

const user = (id: string): string => `/api/v2/users/${id}`;
const kept = (direction: Direction): string =>
  user(direction === 'keepFirst' ? ada.userId : ada.googleId);

const signIn = (): Asked => ({ method: 'GET', path: '/authorize' });
const token = (): Asked => ({ method: 'POST', path: '/oauth/token' });
const readSecond = (): Asked => ({ method: 'GET', path: user(ada.googleId) });
const readKept = (direction: Direction): Asked => ({ method: 'GET', path: kept(direction) });
const writeKept = (direction: Direction): Asked => ({ method: 'PATCH', path: kept(direction) });

/** The writes that cannot be taken back. */
export const finalWrite: Readonly<Record<Flow, (direction: Direction) => Asked>> = {
  link: (direction) => ({ method: 'POST', path: `${kept(direction)}/identities` }),
  unlink: () => ({
    method: 'DELETE',
    path: `${user(ada.userId)}/identities/${ada.googleId.replace('|', '/')}`,
  }),
};

export const steps: readonly Step[] = [
  { flow: 'link', name: 'confirm', asks: token, nth: 1, given: 'agedSignIn' },
  { flow: 'link', name: 'sign in', asks: signIn, nth: 1 },
  { flow: 'link', name: 'token', asks: token, nth: 1 },
  { flow: 'link', name: 'read second', asks: readSecond, nth: 1 },
  { flow: 'link', name: 'read again', asks: readKept, nth: 2 },
  { flow: 'link', name: 'open', asks: writeKept, nth: 1 },
  { flow: 'link', name: 'link', asks: finalWrite.link, nth: 1 },
  { flow: 'link', name: 'reconcile', asks: readKept, nth: 3, given: 'lostWrite' },
  { flow: 'link', name: 'close', asks: writeKept, nth: 2 },
  { flow: 'link', name: 'new session', asks: token, nth: 2, directions: ['keepSecond'] },
  { flow: 'unlink', name: 'confirm', asks: token, nth: 1, given: 'agedSignIn' },
  { flow: 'unlink', name: 'read before', asks: readKept, nth: 1 },
  { flow: 'unlink', name: 'unlink', asks: finalWrite.unlink, nth: 1 },
  { flow: 'unlink', name: 'read after', asks: readKept, nth: 2 },
  { flow: 'unlink', name: 'reconcile', asks: readKept, nth: 2, given: 'lostWrite' },
];
