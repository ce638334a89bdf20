import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { saveFile } from '../../linking/ui/save-file';

/** Saves the support bundle as a file. */
@Component({
  selector: 'app-support-bundle-button',
  imports: [MatButton],
  template: `
    <button
      matButton="filled"
      type="button"
      data-action="download-bundle"
      (click)="download()"
      i18n
    >
      Download support bundle
    </button>
  `,
})
export class SupportBundleButton {
  /** Makes the text when it is asked for, since it is long. */
  readonly makeText = input.required<() => string>();

  protected download(): void {
    const time = new Date().toISOString().slice(0, 16).replaceAll(':', '-');
    saveFile(`ligature-support-${time}.json`, this.makeText()());
  }
}
