import { digits, oneOf } from '../../protocol/random.ts';
import type { Directory } from './directory.ts';
import type { Profile } from './user.ts';

/**
 * Makes somebody up for a form that a person does not care to fill in, or for a thousand accounts of a test:
 * nobody at this connection has the address or the number yet.
 */
export function madeUpPerson(connection: string, users: Directory): ReturnType<typeof anybody> {
  for (;;) {
    const person = anybody();
    const isTaken =
      users.findByEmail(connection, person.email) ?? users.findByPhone(connection, person.phone);
    if (isTaken === undefined) return person;
  }
}

/** What somebody is called and reached by, whom nobody has thought of yet. */
function anybody() {
  const given = oneOf(['Amina', 'Bruno', 'Chiara', 'Dev', 'Elif', 'Freya', 'Goran', 'Hana']);
  const family = oneOf(['Adeyemi', 'Bergman', 'Costa', 'Dubois', 'Eriksen', 'Fischer', 'Gupta']);

  return {
    email: `${given}.${family}.${digits(5)}@example.net`.toLowerCase(),
    name: `${given} ${family}`,
    // No such area has been given out.
    phone: `+1555${digits(7)}`,
  };
}

/** Splits a name at its first space, as `given_name` and `family_name`. */
export function nameParts(name: string): Profile {
  const [given_name = name, ...rest] = name.split(' ');
  const family_name = rest.join(' ');

  return { name, given_name, ...(family_name !== '' && { family_name }) };
}
