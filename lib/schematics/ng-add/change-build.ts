import type { JsonArray, JsonValue } from '@angular-devkit/core';
import type { Rule } from '@angular-devkit/schematics';
import { updateWorkspace } from '@schematics/angular/utility';

/** The marks of providers and of notices, which the pages load from the portal's own host. */
const marks = {
  glob: '**/*.svg',
  input: 'node_modules/ligature-angular/providers',
  output: 'providers',
};

/** Has a portal's build load what marks texts for translation, and take along the marks of providers. */
export function changeBuild(name: string): Rule {
  return updateWorkspace((workspace) => {
    const build = workspace.projects.get(name)?.targets.get('build');
    if (build === undefined) return;
    const options = (build.options ??= {});
    options['polyfills'] = withEntry(options['polyfills'], '@angular/localize/init');
    options['assets'] = withEntry(options['assets'], marks);
    // Lock is written so. Nobody else loads it.
    options['allowedCommonJsDependencies'] = withEntry(
      options['allowedCommonJsDependencies'],
      'auth0-lock',
    );
  });
}

/** Adds an entry to a list of the workspace, unless it is there; a single value is a list of one. */
function withEntry(given: JsonValue | undefined, entry: JsonValue): JsonArray {
  const list = given == null ? [] : [given].flat();
  const isThere = list.some((other) => JSON.stringify(other) === JSON.stringify(entry));

  return isThere ? list : [...list, entry];
}
