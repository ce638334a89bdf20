/** What a portal's developer has to change. People never see it: their page says in plain words that it cannot be shown. */
export type LigatureErrorCode =
  | 'LIG-CALLBACK'
  | 'LIG-CONFIG'
  | 'LIG-ENTERED-TWICE'
  | 'LIG-FRAMED'
  | 'LIG-HOOK-ANSWER'
  | 'LIG-HOOK-SILENT'
  | 'LIG-NO-AUTH-SERVICE'
  | 'LIG-NOT-ENTERED'
  | 'LIG-NOT-MOUNTED'
  | 'LIG-NOT-PROVIDED'
  | 'LIG-OTHER-APPLICATION';

const words: Readonly<Record<LigatureErrorCode, string>> = {
  'LIG-CALLBACK':
    'The portal takes the answers to sign-ins of Ligature. Give provideAuth0 skipRedirectCallback: isLigatureCallback(…), with the path of ligatureRoutes().',
  'LIG-CONFIG': 'The configuration given to provideLigature(…) cannot be used.',
  'LIG-ENTERED-TWICE': 'ligatureRoutes() is mounted at two paths. Mount it once.',
  'LIG-FRAMED': 'The portal is shown in a frame of another page, where nobody can sign in.',
  'LIG-HOOK-ANSWER': 'A hook refuses without a sentence. Give one: { refuse: "…" }.',
  'LIG-HOOK-SILENT': 'A hook has not answered within ten seconds, so the person was told that.',
  'LIG-NO-AUTH-SERVICE':
    'withPortalSession() needs the AuthService of the portal. Add provideAuth0(…) to the providers of your application.',
  'LIG-NOT-ENTERED': 'This part of Ligature can be used in its own pages and components only.',
  'LIG-NOT-MOUNTED':
    'Sign-ins come back to the pages of Ligature, so its components need them. Add { path: …, children: ligatureRoutes() } to the routes of your application, with a path that has no parameters.',
  'LIG-NOT-PROVIDED': 'Add provideLigature(…) to the providers of your application.',
  'LIG-OTHER-APPLICATION':
    'provideAuth0 and the configuration of Ligature name different applications. Their domain and client id have to be the same.',
};

/**
 * Tells a portal's developer what to change: by its code, and each mistake on a line of its own. The portal's
 * `ErrorHandler` gets it.
 */
export class LigatureError extends Error {
  readonly code: LigatureErrorCode;

  constructor(code: LigatureErrorCode, details: readonly string[] = []) {
    super([`${code}: ${words[code]}`, ...details].join('\n'));
    this.name = 'LigatureError';
    this.code = code;
  }
}
