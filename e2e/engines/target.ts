import { readFileSync } from 'node:fs';

import { selectorOf, type Action } from '../../src/app/actions/action.ts';
import { installed } from '../../scripts/lib/run-node.ts';

/** Something on a page: a control by what it does, else named as people name it, or a selector for what nobody names. */
export type Target =
  | { readonly action: Action; readonly target?: string }
  | { readonly role: string; readonly name?: string | RegExp; readonly within?: Target }
  | { readonly label: string }
  | { readonly text: string | RegExp }
  | { readonly selector: string };

/** A kept library finds things by role and name, since not every engine can. */
const library = readFileSync(
  installed('@testing-library', 'dom', 'dist', '@testing-library', 'dom.umd.min.js'),
  'utf8',
);

/** The script that makes a page fit to be asked for targets; once for each page. */
export const finder = `if (!window.TestingLibraryDom) { ${library} }`;

/** The script that answers whether a page is fit to be asked for targets. */
export const hasFinder = 'return window.TestingLibraryDom !== undefined';

/** The expression for all elements that a target names, those that nobody can see left out. */
export function elements(target: Target, root = 'document.body'): string {
  const { inner, call } = { inner: 'window.TestingLibraryDom', call: literal };
  if ('selector' in target) return `[...document.querySelectorAll(${call(target.selector)})]`;
  if ('action' in target) {
    const selector = selectorOf(target.action, target.target);

    return `[...${root}.querySelectorAll(${call(selector)})].filter((found) => found.checkVisibility())`;
  }
  if ('label' in target) {
    return `${inner}.queryAllByLabelText(${root}, ${call(target.label)}, { selector: 'input' })`;
  }
  if ('text' in target) {
    return `${inner}.queryAllByText(${root}, ${call(target.text)}).filter((found) => found.checkVisibility())`;
  }
  const options = target.name === undefined ? '' : `, { name: ${call(target.name)} }`;
  const find = (base: string): string =>
    `${inner}.queryAllByRole(${base}, ${call(target.role)}${options})`;

  return target.within === undefined
    ? find(root)
    : `${elements(target.within)}.flatMap((base) => ${find('base')})`;
}

/** How a person would be told what is meant. */
export function described(target: Target): string {
  if ('selector' in target) return target.selector;
  if ('action' in target) return [target.action, target.target ?? []].flat().join(' ');
  if ('label' in target) return `the field “${target.label}”`;
  if ('text' in target) return `the text ${String(target.text)}`;

  return [target.role, ...(target.name === undefined ? [] : [String(target.name)])].join(' ');
}

const literal = (value: string | RegExp): string =>
  typeof value === 'string' ? JSON.stringify(value) : String(value);
