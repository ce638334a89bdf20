import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { messagesIn } from './catalogue.ts';
import {
  bannedWords,
  complaintsAbout,
  complaintsAboutEnglish,
  complaintsAboutSpaces,
  complaintsAboutWords,
  updated,
} from './judge.ts';

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

  it('asks for what operators alone read as well', () => {
    assert.deepEqual(complaints([console], {}), ['is missing']);
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
      ['3', ''],
    ]);
    assert.deepEqual(updated([console], { 3: 'Prüfungen' }), { 3: 'Prüfungen' });
  });
});

describe('the judge of spaces', () => {
  const found = (text: string, code = 'fr'): readonly string[] =>
    complaintsAboutSpaces(code, { 1: text }).map((complaint) => complaint.replace(/: 1 .*/, ''));

  it('takes French as it is printed, and addresses as they are', () => {
    const texts = [
      'Rien n’est perdu\u00A0: le voici\u202F; encore\u202F? Oui\u202F!',
      '«\u00A0{$setting}\u00A0»\u202F?',
      'Voici https://acme.example/?a=b et read:current_user à 10:30\u00A0: {$list}.',
      '{VAR_PLURAL, plural, =1 {1 réglage\u00A0:} other {Les réglages\u00A0:}}',
    ];

    assert.deepEqual(
      texts.flatMap((text) => found(text)),
      [],
    );
  });

  for (const [text, mark] of [
    ['Voici : cela', ':'],
    ['Voici\u202F: cela', ':'],
    ['{VAR_SELECT, select, other {Voici :}}', ':'],
    ['Voici; cela', ';'],
    ['Encore\u00A0?', '?'],
    ['Oui!', '!'],
    ['«\u202FOui\u00A0»', '«'],
    ['«\u00A0Oui »', '»'],
  ] as const) {
    it(`finds ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(text), [`has another space beside ${mark}`]);
    });
  }

  it('says what it found with its id, and asks nothing of a language without such a rule', () => {
    assert.deepEqual(complaintsAboutSpaces('fr', { 1: 'Oui !' }), [
      'has another space beside !: 1 "Oui !"',
    ]);
    assert.deepEqual(found('Ja !', 'de'), []);
  });

  it('leaves code as it is typed, which the English has in the same letters', () => {
    const hint = message('1', 'presets, such as theme: mine', page);
    const texts = { 1: 'presets, par exemple theme: mine' };

    assert.deepEqual(complaintsAboutSpaces('fr', texts, [hint]), []);
    assert.equal(complaintsAboutSpaces('fr', texts).length, 1);
    assert.equal(complaintsAboutSpaces('fr', { 1: 'Ainsi : theme: mine' }, [hint]).length, 1);
  });
});

describe('the judge of what stays in English', () => {
  const found = (text: string, translation: string, ...mayBeSame: readonly string[]) =>
    complaintsAboutEnglish([message('1', text, page)], { 1: translation }, new Set(mayBeSame));

  it('finds a text that nobody has translated, also where it is broken into lines', () => {
    assert.deepEqual(found(' Open the\n  file {$name} ', 'Open the file {$name}'), [
      `is still in English: 1 "Open the file {$name}" ${page}`,
    ]);
    assert.deepEqual(
      found('{VAR_PLURAL, plural, other {days}}', '{VAR_PLURAL, plural, other {days}}'),
      [`is still in English: 1 "{VAR_PLURAL, plural, other {days}}" ${page}`],
    );
  });

  it('takes what a language may have as it is in English, and what has no words', () => {
    assert.deepEqual(found('Code', 'Code', 'Code'), []);
    assert.deepEqual(found('{$title}: {$ICU}.', '{$title}: {$ICU}.'), []);
    assert.deepEqual(found('Open', 'Öffnen'), []);
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
