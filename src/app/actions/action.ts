/**
 * What can be pressed or filled in, by the names that controls carry as `data-action`, with what each of them does.
 * Drills, end-to-end tests and the failure matrix find controls by these, so that words can change and be translated.
 */
export const actions = {
  // On every page
  'go-to-account': 'Leads to the account page, from the page that one is on',
  'go-to-start': 'Leads to the start page',
  'load-again': 'Loads the page again',
  'nav-account': 'Leads to the account page, from the head of every page',
  'nav-checks': 'Leads to the checks',
  'nav-drills': 'Leads to the drills',
  'nav-staging': 'Leads to the part for those who test linking',
  'nav-trace': 'Leads to the trace',
  'nav-preview': 'Leads to the preview of what people would see',
  'open-tenant': 'Opens the dashboard of the tenant, or its workbench',
  'go-to-checks': 'Leads to the checks, from a page that needs what they mend',
  'choose-language': 'Shows the pages in another language, and loads the page again',
  'choose-theme': 'Shows the pages light, dark, or as the device says; the theme is the target',
  'open-in-tab': 'Opens the page in a tab of its own, out of the frame of another page',
  'open-menu': 'Shows the menu of the signed-in person',
  'sign-out': 'Signs out, in all tabs of the person',

  // Who signs in
  'continue-as': 'Goes on as the person who has signed in, who is another one than before',
  'sign-in': 'Begins a sign-in at the tenant',
  'sign-in-by-code': 'Begins a sign-in with a code in a message; the connection is the target',
  'sign-in-again': 'Begins another sign-in, since the one that there was does not count any more',
  'start-over': 'Ends every session, so that somebody else can sign in',

  // What several pages offer
  cancel: 'Leaves what was begun, with nothing changed',
  'close-help': 'Closes what says what linking does',
  'copy-details': 'Copies what support will ask about a failure',
  'check-again': 'Looks what became of a write of which nobody has heard',
  'open-help': 'Says what linking does, over the page that one is on',
  confirm: 'Proves once more that it is the signed-in person',
  'try-again': 'Begins again what has failed, or has not come to its end',
  'use-full-page': 'Leaves for a sign-in in the whole page instead of a window',

  // Account page
  'add-method': 'Shows the sign-in methods that can be added',
  'continue-link': 'Goes on with an unfinished link',
  'decline-suggestion': 'Has no account suggested any more',
  'find-method': 'Takes what is looked for among the methods of the account',
  'find-offer': 'Takes a work e-mail, or what is looked for among the methods to add',
  'open-link': 'Leads to the link page of a connection, which is the target',
  'ask-to-delete': 'Asks before a saved value is deleted; the setting is the target',
  'delete-value': 'Deletes a saved value for good',
  'use-value': 'Takes a saved value into use; the setting is the target',
  'put-back': 'Writes a saved value to the account that it comes from; the setting is the target',
  'put-back-all': 'Writes all saved values of an account back to it; its connection is the target',
  'review-unlink': 'Shows what unlinking an identity would do; its connection is the target',
  'show-more': 'Shows more of a long list; its group is the target',
  'sign-in-to-add': 'Signs out of a new account, so that its method can be added to another',
  'sign-in-everywhere': "Gives the tenant's own session back to the signed-in person",
  'undo-link': 'Takes an unfinished link back',
  unfold: 'Shows what a folded line of the account page stands for; the line is the target',
  unlink: 'Unlinks the identity that is shown',

  // Link page
  'both-are-mine': 'Says that two accounts with different names are of one person',
  'back-to-review': 'Shows a review again that was agreed to before something failed',
  'bring-to-front': 'Shows the window of the second sign-in again',
  'choose-country': 'Decides which country a phone number is from',
  'choose-value':
    'Decides which value a setting has afterwards; the target is its key and the decision',
  'copy-id':
    'Copies the user ID of one of two accounts; which one, kept or absorbed, is the target',
  'download-receipt': 'Saves the receipt of a link or an unlink',
  'enter-address': 'Takes the e-mail address or the phone number that a message is to go to',
  'enter-code': 'Takes the code that came in a message',
  'keep-waiting': 'Goes on waiting for a sign-in window that is out of sight',
  'keep-account': 'Decides which account is kept; the direction is the target',
  'link-accounts': 'Links the accounts as the review says',
  'read-on': 'Shows what has to be seen before the accounts can be linked',
  'prove-account': 'Begins the second sign-in',
  'send-again': 'Sends another code or link to the same address',
  'send-message': 'Sends a code or a link to the address',
  'show-losses': 'Shows what is lost and what is saved, or folds it away',
  'show-settings':
    'Shows the settings that differ and the accounts to choose from, or folds them away',
  'try-now': 'Ends the pause that a busy tenant has asked for',
  'use-another-address': 'Asks for another address to send a message to',
  'use-another-account': 'Begins another second sign-in, for another account',
  'verify-code': 'Sends the code that was typed',

  // Checks and trace
  'choose-flow': 'Shows the events of one flow alone',
  'clear-trace': 'Forgets what was traced',
  'copy-curl': 'Copies a request as a command line',
  'copy-event-link': 'Copies the address of an event of the trace',
  'copy-fixes': 'Copies everything that is to be set right at the tenant',
  'copy-value': 'Copies what goes into a setting',
  'download-bundle': 'Saves what support needs to know',
  'dry-sign-in': 'Signs in by a connection, and links nothing',
  'follow-trace': 'Has the trace follow the newest event again',
  'go-to-check': 'Leads to the check that is to be mended first, which is the target',
  'open-setting': 'Opens the page of the dashboard, or of the workbench, that has a setting',
  reveal: 'Shows personal values as they are',
  'run-all-checks': 'Runs all checks again',
  'run-check': 'Runs one check again',
  'search-trace': 'Takes what is looked for in the trace',
  'show-errors-only': 'Shows nothing of the trace but what went wrong',
  'sign-in-to-check': 'Signs in, so that tokens can be checked',
  'unfold-check': 'Shows why a check matters and what it has found; the check is the target',
  'unfold-flow': 'Shows the events of a flow, or folds them away',

  // Policy preview
  'change-policy': 'Tries another policy; the field of the policy is the target',
  'choose-person': 'Chooses whose account is the first or the second, which is the target',
  'reset-policy': 'Takes the policy of the preview as it is configured',
  'show-preview': 'Shows the review that somebody would see',

  // Drills
  'download-report': 'Saves the report of the drills as a page',
  'download-report-data': 'Saves the report of the drills as data',
  'end-drill': 'Reads what became of the accounts of a guided drill, and puts them back',
  'guide-drill': 'Begins a drill that a person goes through; the drill is the target',
  'leave-drill': 'Leaves a guided drill of which nothing has begun',
  'prove-part': 'Proves an account for a part in a guided drill, which is the target',
  'remove-leftovers': 'Removes what a drill has left in the account',
  'run-all-drills': 'Runs all drills',
  'run-failed-drills': 'Runs again what has failed or was inconclusive',
  'run-drill': 'Runs one drill, which is the target',
  'start-drill': 'Opens the window of a guided drill',
  'unfold-drill': 'Shows the steps of a drill and what has come of them; the drill is the target',
  'stop-drills': 'Stops the drills that run',
} as const;

export type Action = keyof typeof actions;

/**
 * Makes the selector of a control, or of all that do the same where no target is named.
 *
 * @example selectorOf('open-link', 'google-oauth2') // [data-action="open-link"][data-target="google-oauth2"]
 */
export const selectorOf = (action: Action, target?: string): string =>
  `[data-action="${action}"]${target === undefined ? '' : `[data-target=${JSON.stringify(target)}]`}`;
