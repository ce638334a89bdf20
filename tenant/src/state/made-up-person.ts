import { digits, oneOf } from './random.ts';

/** Somebody for a form that a person does not care to fill in. */
export function madeUpPerson(): { readonly email: string; readonly name: string } {
  const given = oneOf(['Amina', 'Bruno', 'Chiara', 'Dev', 'Elif', 'Freya', 'Goran', 'Hana']);
  const family = oneOf(['Adeyemi', 'Bergman', 'Costa', 'Dubois', 'Eriksen', 'Fischer', 'Gupta']);

  return {
    email: `${given}.${family}.${digits(5)}@example.net`.toLowerCase(),
    name: `${given} ${family}`,
  };
}

/** A number out of the range that belongs to nobody. */
export function madeUpPhone(): string {
  return `+1555555${digits(4)}`;
}

/** What a name says about its parts. */
export function nameParts(name: string): {
  readonly name: string;
  readonly given_name: string;
  readonly family_name?: string;
} {
  const [given_name = name, ...rest] = name.split(' ');
  const family_name = rest.join(' ');

  return { name, given_name, ...(family_name !== '' && { family_name }) };
}
