// Adds to pages that work without it: parts that keep themselves up to date, and buttons that copy.

const status = document.createElement('p');
status.className = 'unseen';
status.setAttribute('role', 'status');
document.body.append(status);

const delay = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const showCopyButtons = (root) => {
  for (const button of root.querySelectorAll('[data-copy]')) button.hidden = false;
};

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-copy]') : null;
  if (button === null) return;
  const label = button.innerHTML;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = 'Copied';
    status.textContent = 'Copied';
  } catch {
    button.textContent = 'Not allowed';
    status.textContent = 'The browser does not allow copying.';
  }
  await delay(1500);
  button.innerHTML = label;
});

/** Replaces a part of the page, and keeps open what is open and the focus where it is. */
const replace = (region, content) => {
  const open = [...region.querySelectorAll('details[open]')].map(({ id }) => id);
  const focused = region.contains(document.activeElement)
    ? document.activeElement.closest('details')?.id
    : undefined;
  region.innerHTML = content;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused) document.getElementById(focused)?.querySelector('summary')?.focus();
  showCopyButtons(region);
};

/** Asks for a part again and again; each question stays open until there is something new. */
const keepUpToDate = async (region) => {
  let { version } = region.dataset;
  for (;;) {
    try {
      const url = new URL(region.dataset.live, location.href);
      url.searchParams.set('version', version);
      const response = await fetch(url);
      if (response.status === 200) {
        replace(region, await response.text());
        status.textContent = region.dataset.announce ?? '';
      }
      if (!response.ok) await delay(5000);
      version = response.headers.get('x-version') ?? version;
    } catch {
      await delay(2000);
    }
  }
};

showCopyButtons(document);
// On a phone the navigation is a row that scrolls.
document
  .querySelector('nav [aria-current]')
  ?.scrollIntoView({ block: 'nearest', inline: 'center' });
for (const region of document.querySelectorAll('[data-live]')) void keepUpToDate(region);
