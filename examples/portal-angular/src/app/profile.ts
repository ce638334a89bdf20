import { AsyncPipe } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AuthService } from '@auth0/auth0-angular';
import { LigatureLink, LigatureMethods, LigatureSuggestions } from 'ligature-angular';

/** A page of the portal's own, with components of Ligature on it. */
@Component({
  selector: 'portal-profile',
  imports: [AsyncPipe, LigatureLink, LigatureMethods, LigatureSuggestions, RouterLink],
  template: `
    <h1>Profile</h1>
    @if (auth.user$ | async; as user) {
      <p>{{ user.name }}</p>
      @if (!isLinking()) {
        <ligature-suggestions />
      }
      <h2>You sign in with</h2>
      <ligature-methods />
      <p role="status">{{ news() }}</p>
      @if (isLinking()) {
        <ligature-link
          connection="google-oauth2"
          (linked)="news.set('Linked ' + $event.absorbed)"
          (failed)="news.set('Not linked: ' + $event)"
          (cancelled)="cancelled()"
        />
      } @else {
        <button type="button" (click)="isLinking.set(true)">Add Google</button>
        <nav aria-label="More">
          <a routerLink="/security">Security</a>
          <a routerLink="/own">A page of our own</a>
        </nav>
      }
    } @else {
      <p>Enter the portal to see your profile.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      /* As wide as the window, however long a word is. */
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
      max-inline-size: 880px;
      margin-inline: auto;
      padding: 24px;
      justify-items: start;
    }

    h1 {
      font: var(--mat-sys-headline-medium);
    }

    h2 {
      margin: 0;
      font: var(--mat-sys-title-large);
    }

    p {
      margin: 0;
    }

    nav {
      display: flex;
      gap: 24px;
    }

    button {
      padding: 8px 16px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 20px;
      background: none;
      color: var(--mat-sys-primary);
      font: var(--mat-sys-label-large);
      cursor: pointer;
    }

    a {
      color: var(--mat-sys-primary);
    }

    ligature-suggestions,
    ligature-methods,
    ligature-link {
      inline-size: 100%;
    }
  `,
})
export class Profile {
  protected readonly auth = inject(AuthService);
  protected readonly isLinking = signal(false);
  protected readonly news = signal('');

  protected cancelled(): void {
    this.news.set('Not linked');
    this.isLinking.set(false);
  }
}
