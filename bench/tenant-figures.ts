import { textTable } from '../scripts/text-table.ts';

/** One thing that was measured, and what it may be at most; some figures are only reported. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly limit?: string;
  readonly isWithin?: boolean;
}

/** The figures beside their limits, for a terminal. */
export function figureTable(figures: readonly Figure[]): string {
  return textTable(
    ['Figure', 'Seen', 'At most', ''],
    figures.map(({ name, value, limit = '', isWithin }) => [
      name,
      value,
      limit,
      isWithin === undefined ? '' : isWithin ? 'ok' : 'OVER',
    ]),
  );
}
