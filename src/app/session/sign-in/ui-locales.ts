import { InjectionToken } from '@angular/core';

/** The languages that the tenant is asked to show its pages in; it decides by itself where there are none. */
export const UI_LOCALES = new InjectionToken<string | undefined>('languages for the tenant', {
  factory: () => undefined,
});
