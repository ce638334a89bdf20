import {
  inject,
  LOCALE_ID,
  provideEnvironmentInitializer,
  type EnvironmentProviders,
  type Provider,
} from '@angular/core';
import type { CanActivateFn, Routes } from '@angular/router';

import { describedSettings } from '../config/described-settings';
import { LIGATURE_CONFIG } from '../config/ligature-config';
import { SignedInAccountStore } from '../linking/account/signed-in-account-store';
import { describeSettings } from '../linking/settings/setting-vocabulary';
import { UnfinishedLinkStore } from '../linking/unfinished-link/unfinished-link-store';
import { askedReturn } from '../session/storage/asked-return';

/** Whoever comes here has come out of a link, and a later one is nobody else's. */
const forgetReturn: CanActivateFn = () => {
  askedReturn.forget();

  return true;
};

/** What is known of the account of the signed-in person, for whatever shows it. */
export const accountProviders: (Provider | EnvironmentProviders)[] = [
  SignedInAccountStore,
  UnfinishedLinkStore,
  // Settings are shown nowhere else.
  provideEnvironmentInitializer(() =>
    describeSettings(describedSettings(inject(LIGATURE_CONFIG), inject(LOCALE_ID))),
  ),
];

/** The account of the signed-in person, below `/account`: its pages share what is known of it. */
export const accountRoutes: Routes = [
  {
    path: '',
    providers: accountProviders,
    children: [
      {
        path: '',
        pathMatch: 'full',
        canActivate: [forgetReturn],
        title: $localize`Sign-in methods`,
        loadComponent: async () =>
          (await import('../linking/account-page/account-page')).AccountPage,
      },
      {
        path: 'link/:connection',
        title: $localize`Link a sign-in method`,
        loadComponent: async () => (await import('../linking/link-page/link-page')).LinkPage,
      },
    ],
  },
];
