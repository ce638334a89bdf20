import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectLigatureStores } from 'ligature-angular';

/** Links accounts with nothing of Ligature in sight: its stores, and words of the portal's own. */
@Component({
  selector: 'portal-own-page',
  imports: [RouterLink],
  template: `
    <h1>Your sign-ins</h1>
    @let ligature = stores();
    @if (ligature.status === 'signedIn') {
      @let link = ligature.linking.progress();
      @let read = ligature.account.read();
      @if (ligature.account.mustConfirm()) {
        <button type="button" (click)="ligature.account.confirm()">It is me</button>
      } @else if (link.phase === 'reviewing') {
        <p>{{ link.plan.absorbed.userId }} becomes a way in to {{ link.plan.kept.userId }}.</p>
        @if (link.plan.doubt) {
          <p>They look like the accounts of two people. Join them only if both are yours.</p>
        }
        @if (link.plan.blockers.length === 0) {
          <button type="button" (click)="ligature.linking.link(link)">Join them</button>
        }
        <button type="button" (click)="ligature.linking.restart()">Leave it</button>
      } @else if (link.phase === 'idle' && read.status === 'read') {
        @for (method of read.account.identities; track method) {
          <p>{{ method.connection }}: {{ method.profile.email ?? read.account.profile.email }}</p>
        }
        @for (offer of ligature.account.connections; track offer.name) {
          <button type="button" (click)="ligature.linking.signIn(offer)">
            {{ offer.label }}
          </button>
        }
      } @else {
        <p role="status">{{ link.phase }}</p>
        <a routerLink="/settings/sign-in/account">All about it</a>
      }
    }
  `,
  styleUrl: './own-page.css',
})
export class OwnPage {
  protected readonly stores = injectLigatureStores();
}
