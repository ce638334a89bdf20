import { inject, Service } from '@angular/core';
import {
  catchError,
  defaultIfEmpty,
  filter,
  firstValueFrom,
  map,
  of,
  takeUntil,
  timer,
} from 'rxjs';

import { LIGATURE_CONFIG } from '../../config/ligature-config';
import { linkCallbackUrl } from '../sign-in/callback-url';
import { SignInWindow } from '../window/sign-in-window';
import { harmlessAddress } from './harmless-request';

/** How long a window that nobody has to type into may be on its way, in milliseconds. */
const timeoutMs = 15_000;

/** What became of a window on its way to the tenant and back; a browser opens one during a click alone. */
export type WindowTried = 'arrived' | 'lost' | 'blocked' | 'notInAClick';

/** Sends a window the way of a second sign-in, with a question that signs nobody in. */
@Service()
export class WindowProbe {
  readonly #window = inject(SignInWindow);
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;

  /** Any answer proves the way, a refusal as well. */
  tryWindow(): Promise<WindowTried> {
    if (!navigator.userActivation.isActive) return Promise.resolve('notInAClick');
    const request = harmlessAddress(this.#tenant, {
      redirectUri: linkCallbackUrl(),
      withSession: false,
    });

    return firstValueFrom(
      this.#window
        .run((visit) => visit(request))
        .pipe(
          filter(({ kind }) => kind === 'signedIn'),
          map((): WindowTried => 'arrived'),
          takeUntil(timer(timeoutMs)),
          defaultIfEmpty<WindowTried, WindowTried>('lost'),
          catchError(() => of<WindowTried>('blocked')),
        ),
    );
  }
}
