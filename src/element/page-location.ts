import { LocationStrategy } from '@angular/common';
import { Service } from '@angular/core';

import { addressOf, pagePath } from '../app/session/sign-in/callback-url';
import { clearAddress } from './element-addressing';

/**
 * Keeps where the router is to itself: the address and the history are those of the page around the element. What a
 * sign-in has come back with is read from there once, and taken out of it when the router goes on.
 */
@Service()
export class PageLocation extends LocationStrategy {
  #path = pagePath() === '/' ? '/account' : pagePath();
  #state: unknown = null;

  override path(): string {
    return this.#path;
  }

  override prepareExternalUrl(internal: string): string {
    return addressOf(internal);
  }

  override getState(): unknown {
    return this.#state;
  }

  override pushState(state: unknown, title: string, url: string, queryParams: string): void {
    this.replaceState(state, title, url, queryParams);
  }

  override replaceState(state: unknown, _title: string, url: string, queryParams: string): void {
    this.#state = state;
    this.#path = queryParams === '' ? url : `${url}?${queryParams}`;
    clearAddress();
  }

  override forward(): void {
    // The browser's history is the page's.
  }

  override back(): void {
    // There is nothing of ours to go back to.
  }

  override onPopState(): void {
    // What the browser goes back to is none of our pages.
  }

  override getBaseHref(): string {
    return '/';
  }
}
