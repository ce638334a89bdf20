import { textTable } from '../scripts/lib/text-table.ts';
import { isQuick } from './measure.ts';

/** One thing that was measured, and what it may be at most; some figures are only reported. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly limit?: string;
  readonly isWithin?: boolean;
}

/** Prints the figures beside their limits; one that is over its limit makes the command fail. */
export function printFigures(figures: readonly Figure[]): void {
  const rows = figures.map(({ name, value, limit = '', isWithin }) => [
    name,
    value,
    limit,
    isWithin === undefined ? '' : isWithin ? 'ok' : 'OVER',
  ]);
  console.log(textTable(['Figure', 'Seen', 'At most', ''], rows));
  if (!isQuick && figures.some(({ isWithin }) => isWithin === false)) process.exitCode = 1;
}
