const account = document.querySelector('ligature-account');
const news = document.querySelector('#news');

const words = {
  'ligature-linked': 'The accounts are linked.',
  'ligature-unlinked': 'The account is on its own again.',
  'ligature-failed': 'That did not work.',
  'ligature-cancelled': 'Nothing has changed.',
};

for (const [name, text] of Object.entries(words)) {
  account.addEventListener(name, () => {
    news.textContent = text;
  });
}

document.querySelector('#leave').addEventListener('click', () => account.signOut());
