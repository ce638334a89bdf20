import { InjectionToken, signal, type Signal } from '@angular/core';

/** What people may do on an account page. */
export interface AllowedHere {
  /** Whether they may only look. */
  readonly isReadonly: Signal<boolean>;
  /** The names of the connections that they may add; `undefined`: all that are configured. */
  readonly connections: Signal<readonly string[] | undefined>;
}

/** What people may do on an account page that is part of another one: everything, where nobody says otherwise. */
export const ALLOWED_HERE = new InjectionToken<AllowedHere>('what people may do here', {
  factory: () => ({ isReadonly: signal(false), connections: signal(undefined) }),
});
