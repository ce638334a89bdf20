/** Lets the page be on a phone, or not: what is asked of the size of the screen says so. */
export function onDevice({ isPhone }: { readonly isPhone: boolean }): void {
  Object.defineProperty(globalThis, 'matchMedia', {
    value: () => ({ matches: isPhone }),
    configurable: true,
  });
}
