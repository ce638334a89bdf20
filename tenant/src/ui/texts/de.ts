import { html } from '../html.ts';
import type { Texts } from './en.ts';

export const de: Texts = {
  language: 'de',
  direction: 'ltr',
  banner: {
    madeUp: 'Alle Konten hier sind erfunden.',
    workbench: 'Werkbank',
  },
  common: {
    continue: 'Weiter',
    continueTo: (app) => `weiter zu ${app}`,
    email: 'E-Mail-Adresse',
    notAnEmail: (typed) =>
      typed === '' ? 'Geben Sie eine E-Mail-Adresse ein.' : `„${typed}“ ist keine E-Mail-Adresse.`,
    phone: 'Telefonnummer',
    country: 'Land oder Region',
    phoneHint:
      'Wählen Sie das Land, oder geben Sie die Nummer mit Ländervorwahl ein, zum Beispiel +49 30 1234567.',
    notAPhone: (typed) =>
      typed === ''
        ? 'Geben Sie eine Telefonnummer mit Ländervorwahl ein, zum Beispiel +49 30 1234567.'
        : `„${typed}“ ist keine Telefonnummer mit Ländervorwahl, wie zum Beispiel +49 30 1234567.`,
    password: 'Passwort',
    showPassword: 'Passwort anzeigen',
    hidePassword: 'Passwort verbergen',
    name: 'Name',
    username: 'Benutzername',
    signIn: 'Anmelden',
    signUp: 'Registrieren',
    backToSignIn: 'Zurück zur Anmeldung',
    nobodyNew: 'Hier kann sich niemand neu registrieren.',
    closeWindow: 'Sie können dieses Fenster schließen.',
    openApp: (app) => `${app} öffnen`,
    backTo: (app) => `Zurück zu ${app}`,
  },
  signIn: {
    title: (app) => `Bei ${app} anmelden`,
    or: 'oder weiter mit',
    with: (provider) => `Weiter mit ${provider}`,
    forgot: 'Passwort vergessen?',
    newHere: 'Neu hier?',
    wrong: 'E-Mail-Adresse oder Passwort ist falsch.',
    tooMany:
      'Das Passwort war zu oft falsch. Legen Sie ein neues fest und versuchen Sie es dann noch einmal.',
    leaked:
      'Dieses Passwort ist anderswo durch ein Datenleck bekannt geworden und gilt hier deshalb nicht mehr. Legen Sie ein neues fest und versuchen Sie es dann noch einmal.',
    setNew: 'Neues Passwort festlegen',
  },
  test: {
    people: 'Testpersonen',
    choose: 'Auswählen, um das Formular auszufüllen',
    inbox: 'Posteingang',
    edit: 'Personen bearbeiten',
    reset: 'Tenant zurücksetzen',
    message: 'Die Nachricht, die ankam',
    fillIn: (code) => `${code} eintragen`,
    noMessage: 'Es kam keine Nachricht an.',
  },
  signUp: {
    haveAccount: 'Haben Sie schon ein Konto?',
    exists: 'Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich stattdessen an.',
    nameTaken: (name) => `Den Benutzernamen „${name}“ hat schon jemand anders.`,
    nameTooLong: (name) => `Der Benutzername „${name}“ ist zu lang.`,
  },
  passwords: {
    rules: {
      none: 'Jedes Passwort ist erlaubt.',
      low: 'Mindestens sechs Zeichen.',
      fair: 'Mindestens acht Zeichen, mit Kleinbuchstaben, Großbuchstaben und Ziffern.',
      good: 'Mindestens acht Zeichen, davon drei dieser Arten: Kleinbuchstaben, Großbuchstaben, Ziffern, Sonderzeichen.',
      excellent:
        'Mindestens zehn Zeichen, davon drei dieser Arten: Kleinbuchstaben, Großbuchstaben, Ziffern, Sonderzeichen. Kein Zeichen öfter als zweimal hintereinander.',
    },
    weak: 'Dieses Passwort ist zu schwach.',
    common: 'Dieses Passwort ist zu verbreitet: Es gehört zu denen, die andere zuerst erraten.',
    personal: 'Dieses Passwort enthält Ihren Namen oder Ihre Adresse.',
  },
  forgot: {
    title: 'Passwort vergessen?',
    lead: 'Wir senden Ihnen einen Link, mit dem Sie ein neues festlegen.',
    sentTitle: 'Sehen Sie in Ihrem Posteingang nach',
    sent: (email) =>
      html`Wenn zu <strong>${email}</strong> ein Konto gehört, ist ein Link unterwegs, mit dem Sie
        ein neues Passwort festlegen.`,
  },
  reset: {
    title: 'Neues Passwort festlegen',
    for: (account) => `für ${account}`,
    label: 'Neues Passwort',
    button: 'Passwort festlegen',
    doneTitle: 'Passwort geändert',
    done: 'Gehen Sie zurück zur Anwendung und melden Sie sich mit dem neuen Passwort an.',
  },
  verified: {
    title: 'E-Mail-Adresse bestätigt',
    done: 'Ihre E-Mail-Adresse ist bestätigt. Sie können die Anwendung weiter verwenden.',
  },
  code: {
    addressTitle: 'Mit einem Code anmelden',
    title: 'Code eingeben',
    sent: (length, address, app) =>
      html`Wir haben einen Code mit ${length} Ziffern an <strong>${address}</strong> gesendet.
        Verwenden Sie ihn nur, um zu ${app} zu gelangen, und geben Sie ihn an niemanden weiter.`,
    label: 'Code',
    verify: 'Bestätigen',
    again: 'Noch einmal senden',
    sentAgain: 'Ein neuer Code ist unterwegs.',
    anotherPhone: 'Andere Telefonnummer verwenden',
    anotherEmail: 'Andere E-Mail-Adresse verwenden',
    notDigits: 'Geben Sie die Ziffern aus der Nachricht ein.',
    wrong: 'Dieser Code ist nicht richtig. Verwenden Sie den aus der neuesten Nachricht.',
    expired: 'Dieser Code ist abgelaufen. Lassen Sie sich einen neuen senden.',
    tooMany: 'Das war dreimal falsch. Lassen Sie sich einen neuen Code senden.',
    tooManySent:
      'Von hier wurden zu viele Codes angefordert. Warten Sie eine Stunde und versuchen Sie es dann noch einmal.',
  },
  provider: {
    title: (provider) => `Mit ${provider} anmelden`,
    lead: (provider, app) => `Diese Seite steht für ${provider}. Wer möchten Sie in ${app} sein?`,
    accounts: 'Konten',
    continueAs: (account) => html`Weiter als ${account}`,
    noName: 'Kein Name',
    noEmail: 'keine E-Mail-Adresse',
    verified: 'E-Mail-Adresse bestätigt',
    notVerified: 'E-Mail-Adresse nicht bestätigt',
    newcomer: 'Jemand Neues',
    fill: 'Für mich ausfüllen',
    isVerified: 'E-Mail-Adresse ist bestätigt',
    add: 'Konto hinzufügen',
    deny: 'Ablehnen',
    enterName: 'Geben Sie einen Namen ein.',
    shorterName: 'Geben Sie einen kürzeren Namen ein.',
    there: (email) => `${email} steht schon in der Liste.`,
  },
  consent: {
    title: (app) => `Zugriff für ${app} erlauben`,
    lead: (account, app) =>
      html`Sie sind als <strong>${account}</strong> angemeldet. ${app} möchte:`,
    list: 'Was die Anwendung möchte',
    accept: 'Zustimmen',
    decline: 'Ablehnen',
    scopes: {
      openid: 'wissen, wer Sie sind',
      profile: 'Ihren Namen und Ihr Bild sehen',
      email: 'Ihre E-Mail-Adresse sehen',
      phone: 'Ihre Telefonnummer sehen',
      offline_access: 'angemeldet bleiben, wenn Sie nicht da sind',
      'read:current_user': 'Ihr Konto lesen',
      'update:current_user_identities': 'Konten mit Ihrem verknüpfen und die Verknüpfung aufheben',
      'create:current_user_metadata': 'Einstellungen hinzufügen',
      'update:current_user_metadata': 'Ihre Einstellungen ändern',
      'delete:current_user_metadata': 'Ihre Einstellungen löschen',
    },
  },
  expected: {
    title: 'Anmeldung läuft',
    lead: 'Wer sich als Nächstes anmeldet, steht schon fest. Deshalb wird niemand gefragt.',
  },
  sameBrowser: {
    asks: (app) => `Der Tenant fragt ${app}, ob dies der Browser ist, in dem die Anmeldung begann.`,
    instead: 'Stattdessen auf einer Seite anmelden',
  },
  signOut: {
    title: 'Abmelden',
    heading: 'Abmelden?',
    lead: 'Danach müssen Sie sich hier neu anmelden.',
    doneTitle: 'Abgemeldet',
  },
  errors: {
    nothingHere: ['Hier ist nichts', (path) => `Der lokale Tenant hat keine Seite unter ${path}.`],
    unknownApplication: [
      'Unbekannte Anwendung',
      (id) =>
        `Hier hat keine Anwendung die Client-ID „${id}“. Prüfen Sie die client_id, die die Anwendung sendet.`,
    ],
    callbackMismatch: [
      'Falsche Callback-URL',
      (address) =>
        `„${address}“ gehört nicht zu den Callback-URLs, die diese Anwendung verwenden darf. Das sind:`,
    ],
    originNotAllowed: [
      'Web-Origin nicht erlaubt',
      (origin) =>
        `„${origin}“ gehört nicht zu den Web-Origins, die diese Anwendung verwenden darf. Das sind:`,
    ],
    logoutMismatch: [
      'Falsche Abmelde-URL',
      (address) => `„${address}“ gehört nicht zu den erlaubten Abmelde-URLs. Das sind:`,
    ],
    hintNotOurs: [
      'Abmeldung abgelehnt',
      () => 'Der id_token_hint ist kein ID-Token dieses Tenants.',
    ],
    hintOfAnother: [
      'Abmeldung abgelehnt',
      (id) => `Die client_id „${id}“ ist nicht die des id_token_hint.`,
    ],
    signInEnded: [
      'Diese Anmeldung ist beendet',
      () =>
        'Sie wurde abgeschlossen oder war zu lange offen. Gehen Sie zurück zur Anwendung und beginnen Sie von vorn.',
    ],
    otherBrowser: [
      'In einem anderen Browser begonnen',
      () =>
        'Diese Anmeldung gehört zu dem Browser, in dem sie begonnen wurde. Gehen Sie dort zurück zur Anwendung.',
    ],
    otherMethod: [
      'Nicht für diese Anmeldung',
      () =>
        'Diese Anmeldung wurde für eine andere Anmeldemethode begonnen. Gehen Sie zurück zur Anwendung und wählen Sie neu.',
    ],
    linkEnded: [
      'Dieser Link gilt nicht mehr',
      () =>
        'Er wurde schon verwendet oder ist zu alt. Gehen Sie zurück zur Anwendung und fordern Sie einen neuen an.',
    ],
    verifiedOnce: [
      'Ihre E-Mail-Adresse wurde nicht bestätigt',
      () => 'Dieser Link gilt nur einmal.',
    ],
    verifiedWrong: [
      'Ihre E-Mail-Adresse wurde nicht bestätigt',
      () => 'Das Konto gibt es nicht, oder es hat inzwischen eine andere Adresse.',
    ],
    verifiedLate: [
      'Ihre E-Mail-Adresse wurde nicht bestätigt',
      () => 'Dieser Link ist abgelaufen.',
    ],
    verifiedAlready: [
      'Ihre E-Mail-Adresse wurde nicht bestätigt',
      () => 'Sie ist bereits bestätigt.',
    ],
    noSuchAccount: ['Kein solches Konto', (provider) => `${provider} hat kein solches Konto.`],
    nobodyExpected: [
      'Niemand wird erwartet',
      () => 'Gehen Sie zurück zur Anwendung und beginnen Sie von vorn.',
    ],
    noAnswer: ['Keine Antwort', () => 'Die Seite kam ohne „Zustimmen“ oder „Ablehnen“ zurück.'],
    otherDevice: [
      'Öffnen Sie den Link dort, wo Sie begonnen haben',
      () =>
        'Der Link muss auf demselben Gerät und im selben Browser geöffnet werden, in dem Sie Ihre E-Mail-Adresse eingegeben haben. Beginnen Sie dort von vorn.',
    ],
    notFromHere: [
      'Nicht von hier',
      (origin) => `Eine Seite von ${origin} darf das nicht an den Tenant senden.`,
    ],
  },
};
