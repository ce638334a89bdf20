import { personal, type Personal } from '../../trace/personal';

/** What a request asked for, with whatever tells about a person taken out of the path. */
export interface RequestTemplate {
  readonly origin: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, Personal>>;
}

/** What stands behind `users` in the paths of the Management API; `undefined` stays, as a word or a provider. */
const partsOfUser = ['id', undefined, undefined, 'identity'] as const;

/** Takes an address apart; its query is left out. */
export function requestTemplate(address: string): RequestTemplate {
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
