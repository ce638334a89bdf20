import { faultsOn } from '../../state/control/fault-presets.ts';
import type { Moment } from '../../state/exchange.ts';
import { formatCount, formatTime, formatOffset } from './format.ts';

interface Tile {
  readonly href: string;
  readonly count: string | number;
  readonly label: string;
  readonly detail: string;
}

/** How much there is of everything, and the last of it. */
export function tiles({ state, nowMs }: Moment): readonly Tile[] {
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
  const { offsetMs } = control.clock;

  return [
    {
      href: '/_tenant/people',
      count: people.length,
      label: 'People',
      detail: `with ${formatCount(identities, 'identity', 'identities')}`,
    },
    {
      href: '/_tenant/inbox',
      count: inbox.messages(undefined).length,
      label: 'Messages',
      detail: message === undefined ? 'none yet' : `last to ${message.to}`,
    },
    {
      href: '/_tenant/sessions',
      count: sessions.live(nowMs).length,
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
      count: formatTime(new Date(nowMs)).slice(11, 16),
      label: 'Clock',
      detail: offsetMs === 0 ? 'on time (UTC)' : formatOffset(offsetMs),
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
