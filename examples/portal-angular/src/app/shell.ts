import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { AuthService } from '@auth0/auth0-angular';

/** The portal's own bar, and the page below it. */
@Component({
  selector: 'portal-root',
  imports: [AsyncPipe, RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <header>
      <a routerLink="/" class="brand">Northwind</a>
      <nav aria-label="Pages">
        <a
          routerLink="/"
          routerLinkActive="active"
          [routerLinkActiveOptions]="{ exact: true }"
          ariaCurrentWhenActive="page"
        >
          Orders
        </a>
        <a routerLink="/reports" routerLinkActive="active" ariaCurrentWhenActive="page">Reports</a>
        <a routerLink="/profile" routerLinkActive="active" ariaCurrentWhenActive="page">Profile</a>
        <a
          routerLink="/settings/sign-in/account"
          routerLinkActive="active"
          ariaCurrentWhenActive="page"
        >
          Sign-in methods
        </a>
      </nav>
      @if (auth.isLoading$ | async) {
        <span class="person"></span>
      } @else if (auth.user$ | async; as user) {
        <span class="person">{{ user.name }}</span>
        <button type="button" (click)="signIn('login')">Use another account</button>
        <button type="button" (click)="signOut()">Leave the portal</button>
      } @else {
        <span class="person"></span>
        <button type="button" (click)="signIn()">Enter the portal</button>
      }
    </header>
    <main><router-outlet /></main>
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 12px 24px;
      align-items: center;
      padding: 12px 24px;
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
    }

    a {
      color: inherit;
      text-decoration: none;
    }

    .brand {
      font: var(--mat-sys-title-large);
    }

    nav {
      display: flex;
      gap: 16px;
    }

    .person {
      margin-inline-start: auto;
    }

    button {
      padding: 8px 16px;
      border: 1px solid currentcolor;
      border-radius: 20px;
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }

    .active {
      text-decoration: underline;
      text-underline-offset: 6px;
    }
  `,
})
export class Shell {
  protected readonly auth = inject(AuthService);
  readonly #router = inject(Router);

  protected signIn(prompt?: 'login'): void {
    this.auth
      .loginWithRedirect({
        appState: { target: this.#router.url },
        // Has the tenant say when they signed in, so that Ligature need not ask them to confirm that it is them.
        authorizationParams: { max_age: 30 * 24 * 60 * 60, ...(prompt && { prompt }) },
      })
      .subscribe();
  }

  protected signOut(): void {
    this.auth.logout({ logoutParams: { returnTo: location.origin } }).subscribe();
  }
}
