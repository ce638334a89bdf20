import { finding, searchable } from './find-text';

const finds = (typed: string, text: string): boolean => finding(typed)(searchable(text));

describe('finding', () => {
  it.each([
    ['goo', 'Google ada@gmail.com'],
    ['GOOGLE', 'Google ada@gmail.com'],
    ['ada goo', 'Google ada@gmail.com'],
    ['  gmail ', 'Google ada@gmail.com'],
    ['muller', 'Müller AG'],
    ['MÜLLER', 'Müller AG'],
    ['', 'anything'],
  ])('finds with %j the text %j', (typed, text) => {
    expect(finds(typed, text)).toBe(true);
  });

  it.each([
    ['git', 'Google ada@gmail.com'],
    ['ada github', 'Google ada@gmail.com'],
  ])('does not find with %j the text %j', (typed, text) => {
    expect(finds(typed, text)).toBe(false);
  });
});
