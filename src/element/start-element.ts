import { LocationStrategy } from '@angular/common';
import { Component, CSP_NONCE, ErrorHandler, Service } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import {
  NavigationEnd,
  NavigationError,
  provideRouter,
  Router,
  RouterOutlet,
  TitleStrategy,
} from '@angular/router';
import { filter, firstValueFrom } from 'rxjs';

import { Outcomes, type Outcome } from '../app/linking/store/outcomes';
import { ASSET_URL } from '../app/linking/ui/links/asset-url';
import { addressBy } from '../app/session/sign-in/callback-url';
import { DiscreetErrorHandler } from '../app/shell/errors/discreet-error-handler';
import { withLanguage } from '../portal/features/with-language';
import { ligatureRoutes } from '../portal/ligature-routes';
import { provideLigature } from '../portal/provide-ligature';
import { elementAddressing } from './element-addressing';
import { PageLocation } from './page-location';

/** What an element is given by its attributes. */
export interface ElementSettings {
  /** The address of the configuration. */
  readonly config: string;
  readonly language: string | undefined;
  /** Of the page's Content-Security-Policy, for styles. */
  readonly nonce: string | undefined;
}

/** What an element shows. */
export interface StartedElement {
  signOut(): Promise<void>;
  /** Ends it, and frees what it took. */
  end(): void;
}

/** Starts an application of its own in an element, and has shown its first page when it is done. */
export async function startElement(
  element: HTMLElement,
  { config, language, nonce }: ElementSettings,
): Promise<StartedElement> {
  addressBy(elementAddressing);
  const application = await createApplication({
    providers: [
      provideLigature(config, ...(language === undefined ? [] : [withLanguage(language)])),
      provideRouter(ligatureRoutes()),
      { provide: ErrorHandler, useExisting: DiscreetErrorHandler },
      { provide: LocationStrategy, useExisting: PageLocation },
      { provide: TitleStrategy, useExisting: TitleOfThePage },
      { provide: ASSET_URL, useValue: (path: string) => new URL(path, import.meta.url).href },
      { provide: CSP_NONCE, useValue: nonce ?? null },
    ],
  });
  const arrived = firstValueFrom(
    application.injector
      .get(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd || event instanceof NavigationError),
      ),
    { defaultValue: undefined },
  );
  const place = element.ownerDocument.createElement('ligature-pages');
  element.replaceChildren(place);
  application.onDestroy(() => element.replaceChildren());
  application.bootstrap(ElementPages, place);
  application.injector.get(Outcomes).told.subscribe((outcome) => tell(element, outcome));
  await arrived;

  return {
    signOut: async () => {
      const { PrimarySession } = await import('../app/session/primary/primary-session');
      await application.injector.get(PrimarySession).signOut();
    },
    end: () => application.destroy(),
  };
}

/** Has the page around an element hear what has come of a link or an unlink. */
function tell(element: HTMLElement, { kind, ...told }: Outcome): void {
  const detail = 'receipt' in told ? told.receipt : 'code' in told ? { code: told.code } : null;
  element.dispatchEvent(new CustomEvent(`ligature-${kind}`, { bubbles: true, detail }));
}

@Component({
  selector: 'ligature-pages',
  imports: [RouterOutlet],
  template: `<router-outlet />`,
})
class ElementPages {}

/** Leaves the browser's tab its name: the page around the element has given it. */
@Service()
class TitleOfThePage extends TitleStrategy {
  override updateTitle(): void {
    // It stays as it is.
  }
}
