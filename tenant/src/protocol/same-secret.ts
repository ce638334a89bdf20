import { hash, timingSafeEqual } from 'node:crypto';

/**
 * Whether what somebody brings is the secret, in a time that tells nothing of it. Digests are compared,
 * for two texts of one length may be of different lengths in bytes. Without a secret nothing is right.
 */
export function isSameSecret(expected: string | undefined, actual: string): boolean {
  return expected !== undefined && timingSafeEqual(digest(expected), digest(actual));
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
