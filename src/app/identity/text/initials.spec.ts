import { initialsOf } from './initials';

describe('initialsOf', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['Ada King, Countess of Lovelace', 'AL'],
    ['ada.lovelace@example.com', 'AL'],
    ['ada@example.com', 'A'],
    ['Çelik', 'Ç'],
    ['王小明', '王'],
    ['👩 Ada', 'A'],
    ['\u202Eevil', 'E'],
    ['+15555550100', ''],
    ['', ''],
  ])('stands for %j with %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
