import { firstValueFrom, map, timer } from 'rxjs';

/** Waits, in milliseconds. */
export const delay = (milliseconds: number): Promise<void> =>
  firstValueFrom(timer(milliseconds).pipe(map(() => undefined)));
