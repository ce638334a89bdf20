import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'prettier';
import { appModule } from '../app-module.ts';
import { configDescriptions } from './config-descriptions.ts';

interface ConfigSchemaModule {
  readonly configSchema: Parameters<typeof toJsonSchema>[0];
}

/** A schema as editors have it. */
interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}

/** The JSON Schema of `config.json`, made from the schema that the application checks it with. */
export async function configSchemaText(): Promise<string> {
  const { configSchema } = await appModule<ConfigSchemaModule>('config/config-schema');
  const made = toJsonSchema(configSchema, { typeMode: 'input', errorMode: 'ignore' });
  const described = new Set<string>();
  const schema = withDescriptions(made as JsonSchema, [], described);
  const stray = Object.keys(configDescriptions).filter((path) => !described.has(path));
  if (stray.length > 0) throw new Error(`There is no setting ${stray.join(', ')} to describe`);

  return format(JSON.stringify({ title: 'Ligature configuration', ...schema }), {
    parser: 'json',
    printWidth: 100,
  });
}

function withDescriptions(
  { properties, items, additionalProperties, ...rest }: JsonSchema,
  path: readonly string[],
  described: Set<string>,
): JsonSchema {
  const within = (part: JsonSchema, name: string) =>
    withDescriptions(part, [...path, name], described);
  const description = configDescriptions[path.join('.')];
  if (description !== undefined) described.add(path.join('.'));

  return {
    ...rest,
    ...(description !== undefined && { description }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, part]) => [name, within(part, name)]),
      ),
    }),
    ...(items && { items: within(items, '*') }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object'
          ? within(additionalProperties, '*')
          : additionalProperties,
    }),
  };
}
