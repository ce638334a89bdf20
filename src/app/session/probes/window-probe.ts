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

/** How long a window in which nobody has to type may take, in milliseconds. */
const timeoutMs = 15_000;

/** What became of a window on its way to the tenant and back; a browser opens one during a click alone. */
export type WindowTried = 'arrived' | 'lost' | 'blocked' | 'notInAClick';

/** Sends a window to the tenant and back as a second sign-in does, with a request that signs nobody in. */
@Service()
export class WindowProbe {
  readonly #window = inject(SignInWindow);
  readonly #tenant = inject(LIGATURE_CONFIG).tenant;

  /** Tries it. Any answer proves that a window comes back, even a refusal. Never fails. */
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
