import { InjectionToken } from '@angular/core';

/** What stands above a receipt on paper: whose site it is from. */
export interface Letterhead {
  readonly productName: string;
  readonly logoUrl: string | null;
}

export const LETTERHEAD = new InjectionToken<Letterhead | undefined>('letterhead', {
  providedIn: 'root',
  factory: () => undefined,
});
