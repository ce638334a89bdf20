import type { LinkPort } from './link-port';

/** How often a request is made whose answer does not come. */
export const mostTries = 3;

/** Waits before one more try, longer each time, and not at the same moment as everybody else. */
export const retryDelay = (port: Pick<LinkPort, 'delay'>, tries: number): Promise<void> =>
  port.delay(1000 * 2 ** (tries - 1) * (0.8 + Math.random() * 0.4));
