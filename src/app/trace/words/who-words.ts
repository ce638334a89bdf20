import type { WhoSignsIn } from '../trace-event';

/** Whose sign-in it is, in a sentence. */
export const accountWords: Readonly<Record<WhoSignsIn, string>> = {
  first: $localize`first account`,
  second: $localize`second account`,
  confirmation: $localize`confirmation`,
};
