import { phoneText } from './phone-text';

/** The groups keep together on a line. */
const shown = (text: string): string => phoneText(text).replaceAll('\u00A0', ' ');

describe('phoneText', () => {
  it.each([
    ['+15555550100', '+1 555 555 0100'],
    ['+4915123456789', '+49 151 234 567 89'],
    ['+447700900123', '+44 770 090 0123'],
    ['+35312345678', '+353 123 456 78'],
    ['+79161234567', '+7 916 123 4567'],
    ['+6591234567', '+65 912 345 67'],
    ['+1 555 555 0100', '+1 555 555 0100'],
    ['+1\u00A0555 5550100', '+1 555 555 0100'],
  ])('writes %s in groups', (text, groups) => {
    expect(shown(text)).toBe(groups);
    expect(shown(shown(text))).toBe(groups);
  });

  it.each([
    '',
    'ada@example.com',
    '15555550100',
    '+1 555',
    '+12345678901234567',
    'call +15555550100',
    '+1 (555) 555-0100',
  ])('leaves anything else as it is: %s', (text) => {
    expect(phoneText(text)).toBe(text);
  });

  it('can be broken over two lines nowhere', () => {
    expect(phoneText('+15555550100')).not.toContain(' ');
  });
});
