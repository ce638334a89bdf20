/**
 * Marks what `npm test` leaves to `npm run e2e -- --matrix`: rows of a table (the same journey with another account,
 * origin, look, engine or fault) but for one of each, and what a change in one corner alone can break.
 */
export const matrix = { tag: '@matrix' } as const;

/** Marks every row of a table but the one that `npm test` takes. */
export const matrixUnless = (isTaken: boolean): { tag?: string } => (isTaken ? {} : matrix);
