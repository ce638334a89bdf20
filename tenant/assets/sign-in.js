// Adds to pages that work without it: the focus where somebody types first, a password that can be looked at, and people
// and codes that fill in the form.

/** A field that is wrong, or one of the form that the page begins with; rather one that is still empty. */
const firstField = () => {
  const wrong = document.querySelectorAll('[aria-invalid="true"]');
  const form = document.querySelector('main form');
  const typed = form?.querySelectorAll('input:not([type="hidden"])') ?? [];
  const fields = [...(wrong.length > 0 ? wrong : typed)];

  return fields.find(({ value }) => value === '') ?? fields[0];
};

firstField()?.focus();

const fill = (fields) => {
  for (const [name, value] of Object.entries(JSON.parse(fields))) {
    const field = document.querySelector(`[name="${name}"]`);
    if (field !== null) field.value = value;
  }
  document.querySelector('form .primary')?.focus();
};

const reveal = (button, id) => {
  const field = document.getElementById(id);
  const isShown = field.type === 'text';
  field.type = isShown ? 'password' : 'text';
  button.classList.toggle('shown', !isShown);
};

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-fill], [data-reveal]') : null;
  if (button?.dataset.fill) {
    fill(button.dataset.fill);
    for (const other of document.querySelectorAll('[data-fill]')) {
      other.classList.toggle('chosen', other === button);
    }
  }
  if (button?.dataset.reveal) reveal(button, button.dataset.reveal);
});

// A browser that keeps passwords is to see a field for one.
document.addEventListener('submit', () => {
  for (const button of document.querySelectorAll('[data-reveal].shown')) {
    reveal(button, button.dataset.reveal);
  }
});
