import { StartError } from '../../seed/start-error.ts';

/** How a tenant is reached: where it listens, and what it is called by clients and browsers. */
export interface AddressOptions {
  /** 0 takes a free one; without it, that of the origin. */
  readonly port?: number;
  /** What clients call it; `http://localhost` and its port otherwise. */
  readonly origin?: string;
  /** Whether somebody else answers at the origin, and brings the requests here. */
  readonly isBehindProxy?: boolean;
}

/** Where a tenant listens, and its addresses once it does. */
export interface Address {
  readonly port: number;
  readonly host: string;
  /** Whether it speaks TLS itself. */
  readonly isSecure: boolean;
  readonly originAt: (port: number) => string;
  /** What may stand in `Host`: the tenant's own name, and the names of the loopback. */
  readonly hostsAt: (port: number) => readonly string[];
}

const usualPort = 4400;
const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** Reads where a tenant shall be; its origin has to fit where it listens, unless a proxy is between. */
export function addressOf({ port, origin, isBehindProxy = false }: AddressOptions): Address {
  if (origin === undefined) {
    if (isBehindProxy) throw new StartError('--behind-proxy needs the --origin of the proxy.');

    return address(port ?? usualPort, new URL('http://localhost'), false);
  }
  const url = parsed(origin);
  if (isBehindProxy) return address(port ?? usualPort, url, true);
  if (port === undefined || url.port === '') return address(port ?? portOf(url), url, false);
  if (port !== portOf(url)) {
    throw new StartError(`${origin} does not fit --port ${port}. Leave one of the two out.`);
  }

  return address(port, url, false);
}

function address(port: number, url: URL, isBehindProxy: boolean): Address {
  const originAt = (actual: number): string =>
    isBehindProxy ? url.origin : new URL(`${url.protocol}//${url.hostname}:${actual}`).origin;
  const isSecure = url.protocol === 'https:' && !isBehindProxy;

  return {
    port,
    host: url.hostname,
    isSecure,
    originAt,
    hostsAt: (actual) => {
      const scheme = isSecure ? 'https' : 'http';
      const own = loopbackNames.map((name) => new URL(`${scheme}://${name}:${actual}`).host);

      return [...new Set([new URL(originAt(actual)).host, ...own])];
    },
  };
}

function parsed(origin: string): URL {
  const url = URL.parse(origin);
  if (url?.origin !== origin || !['http:', 'https:'].includes(url.protocol)) {
    throw new StartError(`${origin} is not an origin such as https://tenant.localhost:4443.`);
  }

  return url;
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);

  return protocol === 'https:' ? 443 : 80;
}
