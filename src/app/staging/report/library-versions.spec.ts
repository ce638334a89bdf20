import { readFileSync } from 'node:fs';

import { libraryVersions } from './library-versions';

const file = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};

describe('libraryVersions', () => {
  it('says what package.json says', () => {
    const { ligature, ...libraries } = libraryVersions;

    expect(ligature).toBe(file.version);
    expect(file.dependencies).toMatchObject(libraries);
  });
});
