/**
 * What editors say about each setting of `config.json`; `*` stands for every place in a list, and for every key. It is
 * not in the schema itself, which each page loads.
 */
export const configDescriptions: Readonly<Record<string, string>> = {
  'tenant.domain': 'The tenant or its custom domain, for instance "acme.eu.auth0.com".',
  'tenant.clientId': 'The client id of the single-page application.',
  'tenant.audience': 'The Management API: "https://{tenant}/api/v2/", with the slash at the end.',
  'tenant.environment': 'Whose accounts these are: nothing is tried out on those of production.',
  'connections.*.name': "The connection's name at the tenant.",
  'connections.*.strategy': 'Its kind, for instance "google-oauth2" or "auth0".',
  'connections.*.label': 'What people call it; a text, or one for each language.',
  'connections.*.transport': 'How the second sign-in travels.',
  'connections.*.domains':
    'What stands behind the @ of the work e-mails that sign in here: people find it by theirs.',
  'policy.confirmWithin': 'How fresh a sign-in must be before a link or an unlink, in seconds.',
  'policy.requireVerifiedEmail': 'Refuse a second account whose e-mail is not verified.',
  'policy.allowUnlink': 'Let people unlink sign-in methods.',
  'policy.allowSwap': 'Let people keep the second account instead of the first.',
  'policy.enterpriseMustBePrimary':
    "Never let a company's account be absorbed by one that is not a company's.",
  'policy.reservedMetadata':
    "Root keys of user_metadata that are the portal's own and never cross.",
  'policy.metadataPresets': 'What is proposed when both accounts have a value, by root key.',
  'policy.trustedEmailConnections':
    'Company connections (samlp, waad, adfs, oidc, ad) whose e-mails you vouch for.',
  'branding.logoDarkUrl': 'The logo in the dark theme; else the same as in the light one.',
  'branding.faviconUrl': "The icon in the browser's tab.",
  'branding.colors.primary':
    'The accent: main actions, links and what is chosen. Contrast is kept safe.',
  'branding.colors.primaryDark': 'The accent in the dark theme; else made of the other one.',
  'branding.font.family': 'A font that people have installed, or that lies at the url.',
  'branding.font.url': 'A font file of this site: "brand/acme.woff2".',
  'branding.borderRadius': 'How round buttons and fields are, in pixels; cards and sheets follow.',
  'branding.links': 'Web addresses at the foot of each page; a text, or one for each language.',
  'branding.language':
    'The language of the pages, for whom has not chosen one; else that of the browser.',
  returnAddresses:
    'Pages of other applications that people may come back to after a link, by origin and path: "https://shop.example/linked".',
  support: 'Whom people can ask where they cannot go on by themselves.',
  'support.label': 'What people call your support: "Acme IT Help".',
  settings:
    'What people call the settings in user_metadata, by root key, or by the path of a part: "alerts.sms".',
  'settings.*.label': 'What people call it; a text, or one for each language.',
  'settings.*.values': 'What people call its values: { "weekly": "Once a week" }.',
  'settings.*.kind': 'What it holds, so that it is shown as that; else it is seen by the value.',
  'settings.*.hidden':
    'Whether people have nothing to do with it: it is combined by policy.metadataPresets, and counted, but not listed. Without a preset it is shown where two accounts differ in it.',
  staging: 'Offer the staging console under /staging.',
};
