import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PortInUseError } from './port-in-use-error.ts';

export interface LoopbackServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * How long a connection is kept that nobody uses. After Node's five seconds a program that is slow may find it closed in
 * the moment in which it sends its next request; a browser then asks again by itself, an HTTP client does not.
 */
const keepAliveTimeoutMs = 75_000;

/** Answers on a port of `localhost`, whichever of its two addresses a browser tries; port 0 takes any. */
export async function listenOnLoopback(
  port: number,
  listener: RequestListener,
): Promise<LoopbackServer> {
  const first = await listen(port, '127.0.0.1', listener);
  const taken = (first.address() as AddressInfo).port;
  const servers = [first];

  try {
    servers.push(await listen(taken, '::1', listener));
  } catch (error) {
    if (!isWithoutIpv6(error)) {
      await closeAll(servers);
      throw error;
    }
  }

  return { port: taken, close: () => closeAll(servers) };
}

async function listen(port: number, host: string, listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  server.keepAliveTimeout = keepAliveTimeoutMs;
  server.listen(port, host);

  try {
    await once(server, 'listening');
  } catch (error) {
    throw codeOf(error) === 'EADDRINUSE' ? new PortInUseError(port, '', { cause: error }) : error;
  }

  return server;
}

const isWithoutIpv6 = (error: unknown): boolean =>
  ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error));

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(async (server) => {
      const closed = once(server, 'close');
      server.close();
      // A browser keeps its connections open for minutes.
      server.closeAllConnections();
      await closed;
    }),
  );
}
