import { createServer, type Server } from 'node:http';

import { PortInUseError, StartError } from '../../seed/start-error.ts';

/**
 * How long a connection is kept that nobody uses. After Node's five seconds a program that is slow may find it closed in
 * the moment in which it sends its next request; a browser then asks again by itself, an HTTP client does not.
 */
const keepAliveTimeoutMs = 75_000;

/**
 * Listens on this machine's own addresses and on no other (SEC-54), on one port for both. Port 0
 * takes a free one.
 */
export async function listenOnLoopback(
  port: number,
  newServer: () => Server = createServer,
): Promise<{ readonly servers: readonly Server[]; readonly port: number }> {
  const v4 = await listen(newServer(), '127.0.0.1', port);
  const actual = portOf(v4);
  try {
    return { servers: [v4, await listen(newServer(), '::1', actual)], port: actual };
  } catch (error) {
    if (lacksIpv6(error)) return { servers: [v4], port: actual };
    await stop([v4]);
    throw error;
  }
}

/** Stops at once: neither kept-alive connections nor open long polls are waited for. */
export async function stop(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  );
}

function listen(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(reasonOf(error, port));
    });
    server.keepAliveTimeout = keepAliveTimeoutMs;
    server.listen({ host, port }, () => resolve(server));
  });
}

function reasonOf(error: Error, port: number): Error {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new PortInUseError(port, error);
    case 'EACCES':
      return new StartError(`Port ${port} is not for everybody here. Choose one above 1024.`, {
        cause: error,
      });
    default:
      return error;
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A server without a port');

  return address.port;
}

function lacksIpv6(error: unknown): boolean {
  return ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(errorCode(error));
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
