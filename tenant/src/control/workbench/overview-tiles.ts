import type { Moment } from '../../state/exchange.ts';
import { faultsOn } from '../faults/fault-presets.ts';
import { counted, momentWords, offsetWords } from './format.ts';

interface Tile {
  readonly href: string;
  readonly count: string | number;
  readonly label: string;
  readonly detail: string;
}

/** How much there is of everything, and the last of it. */
export function tiles({ state, now }: Moment): readonly Tile[] {
  const {
    users,
    inbox,
    signIns: { sessions },
    control,
  } = state;
  const people = users.all();
  const identities = people.reduce((sum, user) => sum + user.identities.length, 0);
  const [message] = inbox.messages(undefined);
  const [request] = control.requests.list();
  const faults = faultsOn(control.faults);
  const { offsetSeconds } = control.clock;

  return [
    {
      href: '/_tenant/people',
      count: people.length,
      label: 'People',
      detail: `with ${counted(identities, 'identity', 'identities')}`,
    },
    {
      href: '/_tenant/inbox',
      count: inbox.messages(undefined).length,
      label: 'Messages',
      detail: message === undefined ? 'none yet' : `last to ${message.to}`,
    },
    {
      href: '/_tenant/sessions',
      count: sessions.live(now).length,
      label: 'Sessions',
      detail: 'browsers that are signed in',
    },
    {
      href: '/_tenant/faults',
      count: faults,
      label: 'Faults on',
      detail: faults === 0 ? 'everything works' : 'requests go wrong',
    },
    {
      href: '/_tenant/clock',
      count: momentWords(now).slice(11, 16),
      label: 'Clock',
      detail: offsetSeconds === 0 ? 'on time (UTC)' : offsetWords(offsetSeconds),
    },
    {
      href: '/_tenant/requests',
      count: control.requests.list().length,
      label: 'Requests',
      detail: request === undefined ? 'none yet' : `last ${request.method} ${request.path}`,
    },
    {
      href: '/_tenant/snapshots',
      count: control.snapshots.size,
      label: 'Snapshots',
      detail: 'to go back to',
    },
    {
      href: '/_tenant/settings',
      count: state.config.rateLimit.perSecond,
      label: 'Calls per second',
      detail: `${state.config.rateLimit.burst} at once`,
    },
  ];
}
