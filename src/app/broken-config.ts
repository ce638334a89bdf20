import { Component, inject, InjectionToken } from '@angular/core';

import type { ConfigProblem } from './config/parse-config';

export const CONFIG_PROBLEMS = new InjectionToken<readonly ConfigProblem[]>(
  'configuration problems',
);

/** What is shown instead of the application when `config.json` is wrong. */
@Component({
  selector: 'app-root',
  template: `
    <main class="column">
      <h1 i18n>This site is not set up correctly</h1>
      <p i18n>
        If you came here to use it, nothing is wrong with your account: tell the people who run this
        site. If that is you, mend <code>config.json</code>:
      </p>
      <ul>
        @for (problem of problems; track $index) {
          <li>
            @if (problem.path) {
              <code>{{ problem.path }}</code>
            }
            {{ problem.message }}
          </li>
        }
      </ul>
    </main>
  `,
})
export class BrokenConfig {
  protected readonly problems = inject(CONFIG_PROBLEMS);
}
