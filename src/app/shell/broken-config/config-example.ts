import { Component } from '@angular/core';

import { settingExamples } from './setting-examples';

/** A whole configuration file, as short as one can be, for those who have none yet. */
@Component({
  selector: 'app-config-example',
  template: `
    <p class="like" i18n>This is how it can look:</p>
    <pre><code>{{ example }}</code></pre>
  `,
  styleUrl: './config-problems.scss',
})
export class ConfigExample {
  protected readonly example = JSON.stringify(
    { tenant: settingExamples['tenant'], connections: settingExamples['connections'] },
    null,
    2,
  );
}
