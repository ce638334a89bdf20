/**
 * A page that the browser has kept alive, and that Back restores, knows nothing of what has happened since:
 * it shows nothing, and is loaded again.
 */
export function reloadWhenRestored(): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    document.documentElement.hidden = true;
    window.location.reload();
  });
}
