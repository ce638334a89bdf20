import { globSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';

/** What is known of a tree of folders: its files, which of them import which, and the circles in that. */
export interface Structure {
  readonly files: readonly string[];
  readonly imports: readonly Import[];
  readonly circles: readonly string[];
}

export interface Import {
  readonly from: string;
  readonly to: string;
}

/** The folders that have code in them. */
const roots = ['src', 'tenant', 'scripts', 'bench', 'e2e'];

/** What only tests import may point anywhere; everything else that is no code of ours is not followed. */
const notFollowed = [
  '\\.(?:spec|test)\\.ts$',
  '/testing/',
  '\\.d\\.ts$',
  `^(?!(?:${roots.join('|')})/)`,
];

/** Reads a tree; files by their paths below `root`, with slashes. */
export async function readStructure(root: string): Promise<Structure> {
  const files = globSync(`{${roots.join()}}/**/*.*`, {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  }).map((path) => path.replaceAll('\\', '/'));
  const present = roots.filter((folder) => files.some((file) => file.startsWith(`${folder}/`)));
  const { output } = await cruise(present, {
    baseDir: root,
    tsPreCompilationDeps: true,
    exclude: { path: notFollowed },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs'] },
    validate: true,
    ruleSet: {
      forbidden: [
        {
          name: 'circle of files',
          from: {},
          to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
        },
        { name: 'circle of folders', scope: 'folder', from: {}, to: { circular: true } },
      ],
    },
  });
  if (typeof output === 'string') throw new Error(output);

  return {
    files,
    imports: output.modules.flatMap(({ source: from, dependencies }) =>
      dependencies.map(({ resolved: to }) => ({ from, to })),
    ),
    circles: [
      ...new Set(
        output.summary.violations.map(({ rule, from, cycle = [] }) => {
          const members = [from, ...cycle.map(({ name }) => name)];

          return `${rule.name}: ${[...new Set(members)].sort().join(' ↔ ')}`;
        }),
      ),
    ],
  };
}
