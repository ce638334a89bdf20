import { parameter } from '../../protocol/http.ts';
import { parseJson } from '../../protocol/json.ts';
import { channelOf } from '../../state/config/connection.ts';
import { madeUpPerson } from '../../state/people/made-up-person.ts';
import { removeAccount } from '../../state/people/remove-account.ts';
import { accountLabel, type User } from '../../state/people/user.ts';
import { html, type Html } from '../../ui/html.ts';
import { shownName } from '../../ui/shown-name.ts';
import { typedEmail, typedPhone } from '../../ui/typed-text.ts';
import { findPerson, invalidRequest } from '../control-call.ts';
import { startSession } from '../sessions/sessions.ts';
import { checkedFields, type FormFields, textInput } from '../workbench/form.ts';
import { cardList, formatCount, pageLinks } from '../workbench/format.ts';
import type { Section, View } from '../workbench/section.ts';
import { addPersonForm } from './add-person-form.ts';
import { changePerson, linkByHand, unlinkByHand } from './change-person.ts';
import { createPerson } from './create-person.ts';
import { personCard } from './person-card.ts';

const path = '/_tenant/people';
const perPage = 20;

/** `/_tenant/people`: everybody, each identity a row of its own. */
export const people: Section = {
  path,
  title: 'People',
  lead: 'Everyone this tenant knows, with their sign-in methods.',
  content,
  actions: {
    create: (form, { state, nowMs }) => {
      const { connection, email, phone_number: phone, name, username, password } = form;
      const isVerified = form['verified'] === 'on';
      const fields = {
        connection,
        email: email && typedEmail(email),
        phone_number: phone && typedPhone(phone),
        name,
        username,
        password,
        email_verified: isVerified,
      };
      const user = createPerson(checkedFields(fields), { state, nowMs });

      return { notice: `${shownName(accountLabel(user.identities[0]))} was added.` };
    },
    fill: (form, { state }) => {
      const { config, users } = state;
      const connection = form['connection'] ?? '';
      const { phone, ...others } = madeUpPerson(connection, users);
      const chosen = config.connections.get(connection);
      const isByPhone = chosen && channelOf(chosen).attribute === 'phone_number';
      const filled = isByPhone ? { phone_number: phone } : others;

      return { form: { ...form, ...filled } };
    },
    block: changing((form) => ({ blocked: form['blocked'] === 'yes' })),
    verify: changing((form) => ({
      identity: form['identity'],
      [form['claim'] === 'phone' ? 'phone_verified' : 'email_verified']: form['verified'] === 'yes',
    })),
    metadata: (form, view) => {
      const user = personOf(form, view.state);
      const fields = {
        user_metadata: typedMetadata('user_metadata', form, user),
        app_metadata: typedMetadata('app_metadata', form, user),
      };
      changePerson(user, checkedFields(fields), view);

      return { notice: 'The metadata was saved.', search: user.user_id };
    },
    delete: (form, { state }) => {
      removeAccount(personOf(form, state), state);

      return { notice: 'The account was deleted.' };
    },
    link: (form, view) => {
      linkByHand(personOf(form, view.state), form['secondary'] ?? '', view);

      return { notice: 'The accounts are linked. The metadata of the second account is lost.' };
    },
    unlink: (form, view) => {
      unlinkByHand(personOf(form, view.state), form['identity'] ?? '', view);

      return { notice: 'The sign-in method was unlinked, and is an account of its own again.' };
    },
    'sign-in': (form, view) => {
      const user = personOf(form, view.state);
      const { setCookie } = startSession({ user, connection: undefined }, view);

      return {
        notice: `This browser is signed in as ${shownName(accountLabel(user.identities[0]))}.`,
        setCookie,
      };
    },
  },
};

function changing(
  changes: (form: FormFields) => Readonly<Record<string, unknown>>,
): Section['actions'][string] {
  return (form, view) => {
    const user = changePerson(personOf(form, view.state), checkedFields(changes(form)), view);

    return { notice: `${shownName(accountLabel(user.identities[0]))} was changed.` };
  };
}

/** What was typed as metadata; an empty field takes all of it away, where there was some. */
function typedMetadata(
  name: 'user_metadata' | 'app_metadata',
  form: FormFields,
  user: User,
): unknown {
  const text = form[name];
  if (text === undefined) return user[name] === undefined ? undefined : {};
  const value = parseJson(text);
  if (value === undefined) throw invalidRequest(`${name} is not JSON. Nothing was saved.`);

  return value;
}

function personOf(form: FormFields, state: View['state']): User {
  return findPerson(form['user_id'] ?? '', state);
}

function content(view: View): Html {
  const { request, state, form } = view;
  const search = parameter(request.query, 'q') ?? form?.['user_id'] ?? '';
  const found = state.users.all().filter(matching(search));
  const page = Math.max(0, Number(request.query.get('page') ?? 0) || 0);
  const shown = found.slice(page * perPage, (page + 1) * perPage);

  return html`<div class="bar">
      <form method="get" action="${path}" role="search" class="filter">
        ${textInput('q', 'Search people', { value: search, type: 'search' })}
        <button class="secondary">Search</button>
      </form>
      <p class="count">${formatCount(found.length, 'account')}</p>
    </div>
    ${addPersonForm(view)}
    ${cardList(
      'People',
      shown.map((user) => personCard(user, view, search)),
      html`Nobody matches “${search}”. <a href="${path}">Show everyone</a>`,
    )}
    ${pageLinks(path, { search, page, pages: Math.ceil(found.length / perPage) })}`;
}

/** Names, addresses, numbers, ids and connections are looked through, of every identity. */
function matching(search: string): (user: User) => boolean {
  const wanted = search.trim().toLowerCase();

  return (user) =>
    wanted === '' ||
    user.identities.some(({ connection, provider, user_id: id, profile }) =>
      [connection, `${provider}|${id}`, profile.name, profile.email, profile.phone_number].some(
        (value) => value?.toLowerCase().includes(wanted) === true,
      ),
    );
}
