import { expect, test } from '@playwright/test';

import { Recording } from './recording.ts';

test('what a journey must not leave behind is found wherever it is left (SEC-36)', async ({
  page,
  context,
}) => {
  const recording = new Recording(context);
  await page.goto('/');
  expect(await recording.leaks()).toEqual([]);

  await page.evaluate(async () => {
    const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2ln';
    const mail = 'ada@example.com';
    await fetch(`/?id_token=${token}`);
    window.history.replaceState(null, '', `/?code=x&hint=${encodeURIComponent(mail)}`);
    console.info(mail);
    localStorage.setItem('who', 'auth0|ada');
    sessionStorage.setItem('token', token);
    document.cookie = `who=${mail}`;
    await new Promise((resolve) => {
      const opened = indexedDB.open('kept');
      opened.onupgradeneeded = () => opened.result.createObjectStore('tokens');
      opened.onsuccess = () => {
        const writing = opened.result.transaction('tokens', 'readwrite');
        writing.objectStore('tokens').put({ token }, 'token');
        writing.oncomplete = resolve;
      };
    });
  });

  expect(new Set(await recording.leaks())).toEqual(
    new Set([
      'a token in a fetch request',
      'a secret in a fetch request',
      'a code in the history',
      'an address of a person in the history',
      'an address of a person in console',
      'an address of a person in a cookie',
      'a subject in storage',
      'a token in storage',
      'a token in IndexedDB',
    ]),
  );
});
