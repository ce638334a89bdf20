import { firstValueFrom, map, timer } from 'rxjs';

/** Lets time pass, in milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  firstValueFrom(timer(milliseconds).pipe(map(() => undefined)));
