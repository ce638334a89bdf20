/**
 * Hides a page that Back has restored, and loads it again: the browser has kept it as it was when it was left, and much
 * may have happened since.
 */
export function reloadWhenRestored(): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    document.documentElement.hidden = true;
    window.location.reload();
  });
}
