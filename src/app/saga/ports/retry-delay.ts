import type { LinkPort } from './link-port';

/** How often a request is made at most when its answer does not come. */
export const mostTries = 3;

/** Waits before another try: about a second after the first, then twice as long each time. */
export const retryDelay = (port: Pick<LinkPort, 'delay'>, tries: number): Promise<void> =>
  port.delay(1000 * 2 ** (tries - 1) * (0.8 + Math.random() * 0.4));
