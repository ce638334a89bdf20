import { html } from '../html.ts';
import type { Texts } from './en.ts';

/** The space before a colon, which is not to begin a line. */
const noBreak = '\u00a0';

export const fr: Texts = {
  language: 'fr',
  direction: 'ltr',
  banner: {
    madeUp: 'Tous les comptes d’ici sont fictifs.',
    workbench: 'Atelier',
  },
  common: {
    continue: 'Continuer',
    continueTo: (app) => `pour continuer vers ${app}`,
    email: 'Adresse e-mail',
    notAnEmail: (typed) =>
      typed === ''
        ? 'Saisissez une adresse e-mail.'
        : `«\u00a0${typed}\u00a0» n’est pas une adresse e-mail.`,
    phone: 'Numéro de téléphone',
    country: 'Pays ou région',
    phoneHint:
      'Choisissez le pays, ou saisissez le numéro avec son indicatif, par exemple +33 1 23 45 67 89.',
    notAPhone: (typed) =>
      typed === ''
        ? 'Saisissez un numéro de téléphone avec l’indicatif du pays, par exemple +33 1 23 45 67 89.'
        : `«\u00a0${typed}\u00a0» n’est pas un numéro de téléphone avec l’indicatif du pays, comme +33 1 23 45 67 89.`,
    password: 'Mot de passe',
    showPassword: 'Afficher le mot de passe',
    hidePassword: 'Masquer le mot de passe',
    name: 'Nom',
    username: 'Nom d’utilisateur',
    signIn: 'Se connecter',
    signUp: 'Créer un compte',
    backToSignIn: 'Retour à la connexion',
    nobodyNew: 'Il n’est pas possible de créer un compte ici.',
    closeWindow: 'Vous pouvez fermer cette fenêtre.',
    openApp: (app) => `Ouvrir ${app}`,
    backTo: (app) => `Retour à ${app}`,
  },
  signIn: {
    title: (app) => `Se connecter à ${app}`,
    or: 'ou continuer avec',
    with: (provider) => `Continuer avec ${provider}`,
    forgot: 'Mot de passe oublié\u202f?',
    newHere: 'Première visite\u202f?',
    wrong: 'Adresse e-mail ou mot de passe incorrect.',
    tooMany: 'Trop de mots de passe erronés. Définissez-en un nouveau, puis réessayez.',
    leaked:
      'Ce mot de passe a été divulgué ailleurs lors d’une fuite de données\u00a0: il n’ouvre plus rien ici. Définissez-en un nouveau, puis réessayez.',
    setNew: 'Définir un nouveau mot de passe',
  },
  test: {
    people: 'Personnes de test',
    choose: 'Choisissez-en une pour remplir le formulaire',
    inbox: 'Boîte de réception',
    edit: 'Modifier les personnes',
    reset: 'Réinitialiser le tenant',
    message: 'Le message reçu',
    fillIn: (code) => `Saisir ${code}`,
    noMessage: 'Aucun message n’est arrivé.',
  },
  signUp: {
    haveAccount: 'Vous avez déjà un compte\u202f?',
    exists: 'Il existe déjà un compte avec cette adresse. Connectez-vous plutôt.',
    nameTaken: (name) => `Le nom d’utilisateur «\u00a0${name}\u00a0» est déjà pris.`,
    nameTooLong: (name) => `Le nom d’utilisateur «\u00a0${name}\u00a0» est trop long.`,
  },
  passwords: {
    rules: {
      none: 'N’importe quel mot de passe convient.',
      low: 'Six caractères au moins.',
      fair: 'Huit caractères au moins, avec des minuscules, des majuscules et des chiffres.',
      good: 'Huit caractères au moins, de trois de ces types\u00a0: minuscules, majuscules, chiffres, caractères spéciaux.',
      excellent:
        'Dix caractères au moins, de trois de ces types\u00a0: minuscules, majuscules, chiffres, caractères spéciaux. Jamais plus de deux fois le même caractère de suite.',
    },
    weak: 'Ce mot de passe est trop faible.',
    common:
      'Ce mot de passe est trop courant\u00a0: il fait partie de ceux que l’on devine en premier.',
    personal: 'Ce mot de passe contient votre nom ou votre adresse.',
  },
  forgot: {
    title: 'Mot de passe oublié\u202f?',
    lead: 'Nous vous envoyons un lien pour en définir un nouveau.',
    sentTitle: 'Consultez vos e-mails',
    sent: (email) =>
      html`Si <strong>${email}</strong> a un compte, un lien pour définir un nouveau mot de passe
        est en route.`,
  },
  reset: {
    title: 'Définir un nouveau mot de passe',
    for: (account) => `pour ${account}`,
    label: 'Nouveau mot de passe',
    button: 'Définir le mot de passe',
    doneTitle: 'Mot de passe modifié',
    done: 'Revenez à l’application et connectez-vous avec le nouveau mot de passe.',
  },
  verified: {
    title: 'Adresse e-mail vérifiée',
    done: 'Votre adresse e-mail est vérifiée. Vous pouvez continuer à utiliser l’application.',
  },
  code: {
    addressTitle: 'Se connecter avec un code',
    title: 'Saisir le code',
    sent: (length, address, app) =>
      html`Nous avons envoyé un code de ${length} chiffres à <strong>${address}</strong>. Ne
        l’utilisez que pour continuer vers ${app}, et ne le communiquez à personne.`,
    label: 'Code',
    verify: 'Valider',
    again: 'Renvoyer le code',
    sentAgain: 'Un nouveau code est en route.',
    anotherPhone: 'Utiliser un autre numéro de téléphone',
    anotherEmail: 'Utiliser une autre adresse e-mail',
    notDigits: 'Saisissez les chiffres du message.',
    wrong: 'Ce code n’est pas le bon. Utilisez celui du message le plus récent.',
    expired: 'Ce code a expiré. Demandez-en un nouveau.',
    tooMany: 'Trois codes erronés. Demandez-en un nouveau.',
    tooManySent: 'Trop de codes ont été demandés d’ici. Attendez une heure, puis réessayez.',
  },
  provider: {
    title: (provider) => `Se connecter avec ${provider}`,
    lead: (provider, app) =>
      `Cette page tient lieu de ${provider}. Qui voulez-vous être dans ${app}\u202f?`,
    accounts: 'Comptes',
    continueAs: (account) => html`Continuer en tant que ${account}`,
    noName: 'Sans nom',
    noEmail: 'pas d’adresse e-mail',
    verified: 'e-mail vérifié',
    notVerified: 'e-mail non vérifié',
    newcomer: 'Quelqu’un de nouveau',
    fill: 'Remplir pour moi',
    isVerified: 'L’adresse e-mail est vérifiée',
    add: 'Ajouter le compte',
    deny: 'Refuser',
    enterName: 'Saisissez un nom.',
    shorterName: 'Saisissez un nom plus court.',
    there: (email) => `${email} est déjà dans la liste.`,
  },
  consent: {
    title: (app) => `Autoriser ${app}`,
    lead: (account, app) =>
      html`Vous êtes connecté en tant que <strong>${account}</strong>. ${app} demande à${noBreak}:`,
    list: 'Ce que l’application demande',
    accept: 'Accepter',
    decline: 'Refuser',
    scopes: {
      openid: 'savoir qui vous êtes',
      profile: 'voir votre nom et votre photo',
      email: 'voir votre adresse e-mail',
      phone: 'voir votre numéro de téléphone',
      offline_access: 'rester connecté en votre absence',
      'read:current_user': 'lire votre compte',
      'update:current_user_identities': 'associer des comptes au vôtre et les dissocier',
      'create:current_user_metadata': 'ajouter des réglages',
      'update:current_user_metadata': 'modifier vos réglages',
      'delete:current_user_metadata': 'supprimer vos réglages',
    },
  },
  expected: {
    title: 'Connexion en cours',
    lead: 'La prochaine personne à se connecter est déjà choisie\u00a0: rien ne vous est demandé.',
  },
  sameBrowser: {
    asks: (app) =>
      `Le tenant demande à ${app} si c’est bien dans ce navigateur que tout a commencé.`,
    instead: 'Se connecter plutôt sur une page',
  },
  signOut: {
    title: 'Se déconnecter',
    heading: 'Se déconnecter\u202f?',
    lead: 'Il faudra ensuite vous reconnecter ici.',
    doneTitle: 'Vous êtes déconnecté',
  },
  errors: {
    nothingHere: ['Rien ici', (path) => `Le tenant local n’a pas de page à l’adresse ${path}.`],
    unknownApplication: [
      'Application inconnue',
      (id) =>
        `Aucune application n’a ici l’identifiant client «\u00a0${id}\u00a0». Vérifiez le client_id qu’envoie l’application.`,
    ],
    callbackMismatch: [
      'URL de retour incorrecte',
      (address) =>
        `«\u00a0${address}\u00a0» ne fait pas partie des URL de retour de cette application. Les voici\u00a0:`,
    ],
    originNotAllowed: [
      'Origine non autorisée',
      (origin) =>
        `«\u00a0${origin}\u00a0» ne fait pas partie des origines web de cette application. Les voici\u00a0:`,
    ],
    logoutMismatch: [
      'URL de déconnexion incorrecte',
      (address) =>
        `«\u00a0${address}\u00a0» ne fait pas partie des URL de déconnexion autorisées. Les voici\u00a0:`,
    ],
    hintNotOurs: [
      'Déconnexion refusée',
      () => 'L’id_token_hint n’est pas un jeton d’identité de ce tenant.',
    ],
    hintOfAnother: [
      'Déconnexion refusée',
      (id) => `Le client_id «\u00a0${id}\u00a0» n’est pas celui de l’id_token_hint.`,
    ],
    signInEnded: [
      'Cette connexion est terminée',
      () =>
        'Elle a abouti, ou elle est restée ouverte trop longtemps. Revenez à l’application et recommencez.',
    ],
    otherBrowser: [
      'Commencée dans un autre navigateur',
      () =>
        'Cette connexion appartient au navigateur dans lequel elle a commencé. Revenez-y à l’application.',
    ],
    otherMethod: [
      'Pas pour cette connexion',
      () =>
        'Cette connexion a commencé avec une autre méthode. Revenez à l’application et choisissez de nouveau.',
    ],
    linkEnded: [
      'Ce lien n’est plus valable',
      () =>
        'Il a déjà servi, ou il est trop ancien. Revenez à l’application et demandez-en un autre.',
    ],
    verifiedOnce: [
      'Votre adresse e-mail n’a pas été vérifiée',
      () => 'Ce lien ne peut servir qu’une fois.',
    ],
    verifiedWrong: [
      'Votre adresse e-mail n’a pas été vérifiée',
      () => 'Le compte n’existe pas, ou il a maintenant une autre adresse.',
    ],
    verifiedLate: ['Votre adresse e-mail n’a pas été vérifiée', () => 'Ce lien a expiré.'],
    verifiedAlready: ['Votre adresse e-mail n’a pas été vérifiée', () => 'Elle l’était déjà.'],
    noSuchAccount: ['Compte introuvable', (provider) => `${provider} n’a pas ce compte.`],
    nobodyExpected: ['Personne n’est attendu', () => 'Revenez à l’application et recommencez.'],
    noAnswer: [
      'Pas de réponse',
      () => 'La page est revenue sans «\u00a0Accepter\u00a0» ni «\u00a0Refuser\u00a0».',
    ],
    otherDevice: [
      'Ouvrez le lien là où vous avez commencé',
      () =>
        'Le lien doit être ouvert sur l’appareil et dans le navigateur où vous avez saisi votre adresse e-mail. Recommencez depuis celui-ci.',
    ],
    notFromHere: [
      'Pas depuis cette page',
      (origin) => `Une page de ${origin} ne peut pas envoyer cela au tenant.`,
    ],
  },
};
