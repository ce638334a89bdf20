import type { LinkWorld } from './link-port';

/** How often a request is made whose answer does not come. */
export const mostTries = 3;

/** Waits before one more try, longer each time, and not at the same moment as everybody else. */
export const backOff = (world: Pick<LinkWorld, 'pause'>, tries: number): Promise<void> =>
  world.pause(1000 * 2 ** (tries - 1) * (0.8 + Math.random() * 0.4));
