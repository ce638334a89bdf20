import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { saveFile } from '../../linking/ui/save-file';

/** Saves the report of the drills, for people or for programs. */
@Component({
  selector: 'app-report-buttons',
  imports: [MatButton],
  template: `
    <button
      matButton="outlined"
      type="button"
      data-action="download-report"
      [disabled]="disabled()"
      (click)="saveHtml()"
      i18n
    >
      Download report
    </button>
    <button
      matButton
      type="button"
      data-action="download-report-data"
      [disabled]="disabled()"
      (click)="saveJson()"
      i18n
    >
      Download as JSON
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class ReportButtons {
  /** Makes the report when it is asked for. */
  readonly makeReport = input.required<() => { readonly html: string; readonly json: string }>();
  readonly disabled = input.required<boolean>();

  protected saveHtml(): void {
    saveFile('drills-report.html', this.makeReport()().html, 'text/html');
  }

  protected saveJson(): void {
    saveFile('drills-report.json', this.makeReport()().json);
  }
}
