/**
 * Loads a page again that Back has restored. The browser has kept it as it was when it was left, so it knows nothing
 * of what has happened since, and is hidden until then.
 */
export function reloadWhenRestored(): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    document.documentElement.hidden = true;
    window.location.reload();
  });
}
