import type { Rule } from '@angular-devkit/schematics';

/** Says what to set at the tenant, and where to look. */
export function nextSteps({
  origin,
  mount,
  config,
}: {
  readonly origin: string;
  readonly mount: string;
  readonly config: string;
}): Rule {
  return (_tree, { logger }) => {
    const site = 'http://localhost:4200';
    logger.info(
      [
        '',
        'Ligature is in. At the tenant, in the settings of the application that you have named:',
        `  Allowed Callback URLs  ${site}/${mount}/callback, ${site}/${mount}/link/callback`,
        `  Allowed Logout URLs    ${site}/${mount}/`,
        `  Allowed Web Origins    ${site}`,
        '  Refresh Token Rotation on',
        'The same three with your own host, for where the portal is served.',
        '',
        `Your connections are in ${config.slice(1)}: their names are those of ${origin}.`,
        `Then: ng serve, and ${site}/${mount}/account.`,
      ].join('\n'),
    );
  };
}
