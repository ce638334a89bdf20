import { listenOnLoopback } from './listen-on-loopback.ts';
import { PortInUseError } from './port-in-use-error.ts';

/**
 * Throws `PortInUseError` when something listens on the port already, and says what to do then.
 * Asked before a build, so that nobody waits for a build that is of no use.
 */
export async function expectFreePort(port: number, another: string): Promise<void> {
  try {
    const server = await listenOnLoopback(port, () => undefined);
    await server.close();
  } catch (error) {
    if (!(error instanceof PortInUseError)) throw error;
    const advice = `Stop what listens there, or choose another: ${another}`;
    throw new PortInUseError(port, advice, { cause: error });
  }
}

/** This port if nothing listens on it, and otherwise any that is free. */
export async function freePort(wanted: number): Promise<number> {
  try {
    return await takenOnce(wanted);
  } catch (error) {
    if (!(error instanceof PortInUseError)) throw error;

    return takenOnce(0);
  }
}

async function takenOnce(wanted: number): Promise<number> {
  const server = await listenOnLoopback(wanted, () => undefined);
  await server.close();

  return server.port;
}
