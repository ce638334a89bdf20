import { Component, inject, InjectionToken } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { isPassing, type ConfigFailure } from '../../config/config-failure';
import { configFailureWords } from '../../config/config-failure-words';
import { ConfigExample } from './config-example';
import { ConfigProblems } from './config-problems';

export const CONFIG_FAILURE = new InjectionToken<ConfigFailure>('configuration failure');

/** What is shown instead of the application when there is no `config.json` that it can start with. */
@Component({
  selector: 'app-broken-config',
  imports: [ConfigExample, ConfigProblems, MatButton],
  template: `
    <div class="column" [attr.data-failure]="failure.code">
      @if (isPassing) {
        <h1 i18n>This page couldn't be loaded completely</h1>
        <p i18n>
          Nothing has changed in your account. Check that you're online, then reload this page. If
          that doesn't help, contact support and tell them this:
        </p>
      } @else {
        <h1 i18n>This site isn't set up correctly</h1>
        <p i18n>
          If you came here to use this site, nothing is wrong with your account: contact support. If
          you run this site, this will help:
        </p>
      }
      <p>{{ words.text }}</p>
      @if (failure.code === 'config-invalid') {
        @defer (on immediate) {
          <app-config-problems [found]="failure.problems" [text]="failure.text" />
        } @error {
          <ul>
            @for (problem of failure.problems; track $index) {
              <li>
                <code>{{ problem.path }}</code> {{ problem.message }}
              </li>
            }
          </ul>
        }
      }
      <p>{{ words.advice }}</p>
      @if (lacksFile) {
        @defer (on immediate) {
          <app-config-example />
        }
      }
      @if (isPassing) {
        <button matButton="filled" type="button" data-action="load-again" (click)="reload()" i18n>
          Reload
        </button>
      }
    </div>
  `,
})
export class BrokenConfig {
  protected readonly failure = inject(CONFIG_FAILURE);
  protected readonly words = configFailureWords(this.failure);
  protected readonly isPassing = isPassing(this.failure);

  /** Whether the file is not there, so that there is nothing in it to be right or wrong. */
  protected readonly lacksFile = ['config-missing', 'config-is-a-page', 'config-empty'].includes(
    this.failure.code,
  );

  protected reload(): void {
    window.location.reload();
  }
}
