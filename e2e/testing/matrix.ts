/**
 * Marks what is a row of a table and not a test of its own: the same journey with another account, origin, look,
 * engine or fault. `npm test` takes one row of each table, `npm run e2e -- --matrix` all the others.
 */
export const matrix = { tag: '@matrix' } as const;

/** Marks every row of a table but the one that `npm test` takes. */
export const matrixUnless = (isTaken: boolean): { tag?: string } => (isTaken ? {} : matrix);
