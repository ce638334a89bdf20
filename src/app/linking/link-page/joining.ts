import { Component, ViewEncapsulation } from '@angular/core';

/** How two cards become one, for a page that has it on it: what moves belongs to the document, and to no component. */
@Component({
  selector: 'app-joining',
  template: '',
  styleUrl: './joining.scss',
  encapsulation: ViewEncapsulation.None,
  host: { hidden: '' },
})
export class Joining {}
