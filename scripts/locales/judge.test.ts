import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { messagesIn } from './catalogue.ts';
import { bannedWords, complaintsAbout, complaintsAboutWords, updated } from './judge.ts';

const message = (id: string, text: string, ...files: string[]) => ({ id, text, files });
const page = 'src/app/shell/welcome.html';
const hello = message('1', 'Hello {$name}', page);
const days = message('2', '{VAR_PLURAL, plural, =1 {1 day} other {{COUNT} days}}', page);
const console = message('3', 'Checks', 'src/app/staging/checks/checks-page.html');

const complaints = (...args: Parameters<typeof complaintsAbout>): readonly string[] =>
  complaintsAbout(...args).map((complaint) => complaint.replace(/[,:].*| than .*/, ''));

describe('the judge of translations', () => {
  it('finds nothing where every message has one', () => {
    const texts = {
      1: 'Hallo {$name}',
      2: '{VAR_PLURAL, plural, =1 {1 Tag} two {2 Tage} other {{COUNT} Tage}}',
    };

    assert.deepEqual(complaintsAbout([hello, days], texts), []);
  });

  it('finds what is missing or empty, and says in English what and where', () => {
    const [first, ...others] = complaintsAbout([hello, days], { 2: '' });

    assert.equal(first, `is missing: 1 "Hello {$name}" ${page}`);
    assert.equal(others.length, 1);
  });

  it('lets what is for operators alone stay English, but not what others see too', () => {
    assert.deepEqual(complaints([console], {}), []);
    assert.deepEqual(complaints([{ ...console, files: [...console.files, page] }], {}), [
      'is missing',
    ]);
    assert.deepEqual(complaints([{ ...console, files: [] }], {}), ['is missing']);
  });

  it('finds a translation of a text that has changed since', () => {
    assert.deepEqual(complaints([hello], { 1: 'Hallo {$name}', 9: 'Ade' }), ['is stale']);
  });

  for (const [why, one, text] of [
    ['lacks a value', hello, 'Hallo'],
    ['names another value', hello, 'Hallo {$nahme}'],
    ['lacks the value of a plural', days, '{VAR_PLURAL, plural, =1 {1 Tag} other {viele Tage}}'],
    ['translates what decides', days, '{VAR_PLURAL, Mehrzahl, =1 {1 Tag} other {{COUNT} Tage}}'],
    ['lacks the case of all others', days, '{VAR_PLURAL, plural, =1 {1 Tag} few {{COUNT} Tage}}'],
  ] as const) {
    it(`finds a translation that ${why}`, () => {
      assert.deepEqual(complaints([one], { [one.id]: text }), ['has other placeholders']);
    });
  }

  it('makes room for what is missing, and takes away what is stale', () => {
    assert.deepEqual(Object.entries(updated([days, console, hello], { 1: 'Hallo', 9: 'Ade' })), [
      ['1', 'Hallo'],
      ['2', ''],
    ]);
    assert.deepEqual(updated([console], { 3: 'Prüfungen' }), { 3: 'Prüfungen' });
  });
});

describe('the catalogue', () => {
  it('has the texts of its messages, with the files in which they stand', () => {
    const arb = {
      '@@locale': 'en',
      7: 'Sign in',
      '@7': { 'x-locations': [{ file: page }, { file: 'src/app/app.html' }] },
      8: 'Sign out',
    };

    assert.deepEqual(messagesIn(JSON.stringify(arb)), [
      message('7', 'Sign in', page, 'src/app/app.html'),
      message('8', 'Sign out'),
    ]);
  });
});

describe('the judge of words', () => {
  const banned = bannedWords(
    [
      '| say | for | never |',
      '| --- | --- | --- |',
      '| `saved` | values | `set aside`, `undo` |',
    ].join('\n'),
  );

  it('reads the words from the last column of the list', () => {
    assert.deepEqual(banned, ['set aside', 'undo']);
  });

  it('finds them as whole words, however they are written and broken into lines', () => {
    const texts = ['It was Set\n   aside.', 'Undo', 'Undoubtedly', 'Saved'].map((text, index) =>
      message(String(index), text, page),
    );

    assert.deepEqual(complaintsAboutWords(texts, banned), [
      `${page} says "set aside": "It was Set aside."`,
      `${page} says "undo": "Undo"`,
    ]);
  });

  it('lets operators read what they like', () => {
    assert.deepEqual(complaintsAboutWords([{ ...console, text: 'Undo' }], banned), []);
  });
});
