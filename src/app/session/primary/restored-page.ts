/** Hides a page that Back has restored as it was when it was left, and loads it again. */
export function reloadWhenRestored(): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    document.documentElement.hidden = true;
    window.location.reload();
  });
}
