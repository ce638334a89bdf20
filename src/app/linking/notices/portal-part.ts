import { NgComponentOutlet } from '@angular/common';
import { Component, inject, InjectionToken, signal, type Type } from '@angular/core';

/** Loads what tells a portal of links and unlinks, and says how far that has come. The application has none. */
export const PORTAL_PART = new InjectionToken<() => Promise<Type<unknown>>>(
  'what the portal has to do itself',
);

/** The place in a page for what the portal has to do itself. */
@Component({
  selector: 'app-portal-part',
  imports: [NgComponentOutlet],
  template: `
    @if (part(); as part) {
      <ng-container *ngComponentOutlet="part" />
    }
  `,
  // Where there is nothing to say, there is not even a gap.
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class PortalPart {
  protected readonly part = signal<Type<unknown> | undefined>(undefined);

  constructor() {
    void inject(PORTAL_PART, { optional: true })?.().then((part) => this.part.set(part));
  }
}
