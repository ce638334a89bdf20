// Works without the application, which is what has not arrived when this is needed.
const loadAgain = document.getElementById('load-again');
loadAgain?.addEventListener('click', () => location.reload());
loadAgain?.removeAttribute('hidden');
