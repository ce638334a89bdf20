import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { chain, type Rule } from '@angular-devkit/schematics';
import { addDependency, ExistingBehavior, InstallBehavior } from '@schematics/angular/utility';

/** Adds what the package expects of a portal, in the versions it is made for; what a portal has already stays. */
export function addDependencies({ installs }: { readonly installs: boolean }): Rule {
  const packageJson = JSON.parse(
    readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'),
  ) as { readonly peerDependencies: Readonly<Record<string, string>> };

  return chain(
    Object.entries(packageJson.peerDependencies).map(([name, version]) =>
      addDependency(name, version, {
        existing: ExistingBehavior.Skip,
        install: installs ? InstallBehavior.Auto : InstallBehavior.None,
      }),
    ),
  );
}
