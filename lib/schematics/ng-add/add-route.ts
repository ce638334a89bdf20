import { posix } from 'node:path';

import type { Rule } from '@angular-devkit/schematics';
import { insertImport } from '@schematics/angular/utility/ast-utils';
import { InsertChange } from '@schematics/angular/utility/change';
import { applyChangesToFile, getSourceFile } from '@schematics/angular/utility/standalone/util';
import ts from 'typescript';

/** Mounts the pages as the first of a portal's routes: before one that takes every address. */
export function addRoute(sourceRoot: string, mount: string): Rule {
  return (tree, { logger }) => {
    const path = posix.join(sourceRoot, 'app', 'app.routes.ts');
    const route = `{ path: '${mount}', children: ligatureRoutes() }`;
    const routes = tree.exists(path) ? routesIn(getSourceFile(tree, path)) : undefined;
    if (routes === undefined) {
      logger.warn(
        [
          `No list of routes was found in ${path}. Add this one, before any that takes every address:`,
          `  import { ligatureRoutes } from 'ligature-angular';`,
          `  ${route},`,
        ].join('\n'),
      );

      return;
    }
    const source = getSourceFile(tree, path);
    const isLast = routes.elements.length === 0;
    applyChangesToFile(tree, path, [
      insertImport(source, path, 'ligatureRoutes', 'ligature-angular'),
      new InsertChange(path, routes.getStart() + 1, isLast ? route : `\n  ${route},`),
    ]);
  };
}

/** Finds the list that is declared as `Routes`, or named `routes`. */
function routesIn(source: ts.SourceFile): ts.ArrayLiteralExpression | undefined {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, type, initializer } of statement.declarationList.declarations) {
      const isRoutes = type?.getText() === 'Routes' || name.getText() === 'routes';
      if (isRoutes && initializer && ts.isArrayLiteralExpression(initializer)) return initializer;
    }
  }

  return undefined;
}
