import { personal, type Personal } from '../../trace/personal';
import type { RequestEvent } from '../../trace/trace-event';

/** What stands behind `users` in the paths of the Management API; `undefined` stays, as a word or a provider. */
const partsOfUser = ['id', undefined, undefined, 'identity'] as const;

/** Takes whatever tells about a person out of an address's path; its query is left out. */
export function requestTemplate(
  address: string,
): Pick<RequestEvent, 'origin' | 'path' | 'parameters'> {
  const { origin, pathname } = new URL(address);
  const segments = pathname.split('/');
  const users = segments.indexOf('users');
  if (users === -1) return { origin, path: pathname, parameters: {} };

  const parameters: Record<string, Personal> = {};
  const path = segments.map((segment, index) => {
    const name = index > users ? partsOfUser[index - users - 1] : undefined;
    if (name === undefined) return segment;
    parameters[name] = personal('id', decodeURIComponent(segment));

    return `{${name}}`;
  });

  return { origin, path: path.join('/'), parameters };
}
