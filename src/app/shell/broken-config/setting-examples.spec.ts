import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseConfig } from '../../config/parse-config';
import { exampleOf, meantBy, patternOf, settingExamples } from './setting-examples';

/** A schema as editors have it. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
}

/** Every setting that a schema knows; a text for each language is one of them. */
function pathsOf(schema: Schema, path: readonly string[] = []): readonly string[] {
  const { properties = {}, items, additionalProperties } = schema;
  const more = typeof additionalProperties === 'object' ? additionalProperties : undefined;

  return [
    ...(path.length > 0 ? [path.join('.')] : []),
    ...Object.entries(properties).flatMap(([name, part]) => pathsOf(part, [...path, name])),
    ...(items ? pathsOf(items, [...path, '*']) : []),
    ...(more ? pathsOf(more, [...path, '*']) : []),
  ];
}

const schema = JSON.parse(readFileSync(join('public', 'config.schema.json'), 'utf8')) as Schema;

const lists = ['reservedMetadata', 'trustedEmailConnections', 'domains', 'returnAddresses'];

/** The smallest file, and in it one setting. */
function fileWith(pattern: string): string {
  const file: Record<string, unknown> = {
    tenant: { ...(settingExamples['tenant'] as object) },
    connections: [{ ...(settingExamples['connections.*'] as object) }],
    support: { ...(settingExamples['support'] as object) },
    branding: {
      colors: settingExamples['branding.colors'],
      font: settingExamples['branding.font'],
    },
  };
  const parts = pattern.split('.').map((part) => (part === '*' ? '0' : part));
  const last = parts.pop() ?? '';
  let at = file;
  for (const part of parts) at = (at[part] ??= lists.includes(part) ? [] : {}) as typeof at;
  at[last] = settingExamples[pattern];

  return JSON.stringify(file);
}

describe('settingExamples', () => {
  it('has an example for every setting there is', () => {
    expect(pathsOf(schema).filter((path) => patternOf(path) === undefined)).toEqual([]);
  });

  it.each(Object.keys(settingExamples))('has one for %s that can be copied', (pattern) => {
    expect(parseConfig(fileWith(pattern))).toMatchObject({ ok: true });
  });

  it.each([
    ['tenant.domain', '"domain": "acme.eu.auth0.com"'],
    ['connections.3.label', '"label": "Google"'],
    ['policy.reservedMetadata.1', '"roles"'],
    ['polices', undefined],
  ])('shows how %s is written', (path, example) => {
    expect(exampleOf(path)).toBe(example);
  });

  it.each([
    ['polices', 'policy'],
    ['Tenant', 'tenant'],
    ['connections.0.lable', 'label'],
    ['policy.allowUnlnk', 'allowUnlink'],
    ['tenant.client_id', 'clientId'],
    ['tenant.secret', undefined],
    ['somewhere.else', undefined],
  ])('knows what is meant by %s', (path, meant) => {
    expect(meantBy(path)).toBe(meant);
  });
});
