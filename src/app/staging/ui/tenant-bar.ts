import { Component, computed, input } from '@angular/core';

const tags = {
  local: $localize`Local`,
  development: $localize`Development`,
  staging: $localize`Staging`,
  production: $localize`Production`,
};

const notes: Readonly<Record<keyof typeof tags, string>> = {
  local: $localize`A tenant on this computer, with made-up people`,
  development: $localize`Development tenant`,
  staging: $localize`Staging tenant`,
  production: $localize`These are real people’s accounts`,
};

/** Says on every page where the console is on which tenant one is working at, so that nobody takes one for another. */
@Component({
  selector: 'app-tenant-bar',
  template: `
    <div class="line">
      <b>{{ tag() }}</b>
      <span class="tenant">{{ host() }}</span>
      <span class="note">{{ note() }}</span>
      <a target="_blank" rel="noopener noreferrer" data-action="open-tenant" [href]="address()">
        @if (environment() === 'local') {
          <span i18n>Open the workbench</span>
        } @else {
          <span i18n>Open in Auth0</span>
        }
      </a>
    </div>
  `,
  styleUrl: './tenant-bar.scss',
  host: {
    role: 'complementary',
    '[attr.aria-label]': 'label',
    '[attr.data-environment]': 'environment()',
  },
})
export class TenantBar {
  /** Whose accounts these are. */
  readonly environment = input.required<keyof typeof tags>();
  readonly host = input.required<string>();
  /** Where the tenant is administrated. */
  readonly address = input.required<string>();

  protected readonly label = $localize`The tenant that this site works with`;
  protected readonly tag = computed(() => tags[this.environment()]);
  protected readonly note = computed(() => notes[this.environment()]);
}
