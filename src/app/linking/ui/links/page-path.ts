import { inject, InjectionToken, Pipe, type PipeTransform } from '@angular/core';

/** Gives the router's path of a page, by the path that our own routes know it by: a portal has its pages lie deeper. */
export const PAGE_PATH = new InjectionToken<(path: string) => string>('where the pages lie', {
  factory: () => (path) => path,
});

/** Gives the router's path of a page to a link, as `[routerLink]="'/account' | pagePath"`. */
@Pipe({ name: 'pagePath' })
export class PagePath implements PipeTransform {
  readonly transform = inject(PAGE_PATH);
}
