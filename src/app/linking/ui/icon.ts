import { Component, effect, ElementRef, inject, input } from '@angular/core';
import { createElement, type IconNode } from 'lucide';

/** Draws an icon in the colour of the text; it says nothing that the words beside it do not. */
@Component({
  selector: 'app-icon',
  host: { 'aria-hidden': 'true' },
  template: '',
  styles: `
    :host {
      display: grid;
      flex: none;
      place-items: center;
    }
  `,
})
export class Icon {
  readonly icon = input.required<IconNode>();
  /** How wide and high it is, in pixels. */
  readonly size = input(20);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => {
      const size = this.size();
      const attributes = { width: size, height: size, 'stroke-width': 1.75 };
      host.replaceChildren(createElement(this.icon(), attributes));
    });
  }
}
