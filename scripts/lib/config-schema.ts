import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'prettier';
import { appModule } from './app-module.ts';

interface ConfigSchemaModule {
  readonly configSchema: Parameters<typeof toJsonSchema>[0];
}

/** The JSON Schema of `config.json`, made from the schema that the application checks it with. */
export async function configSchemaText(): Promise<string> {
  const { configSchema } = await appModule<ConfigSchemaModule>('config/config-schema');

  return format(
    JSON.stringify({
      title: 'Ligature configuration',
      ...toJsonSchema(configSchema, { typeMode: 'input', errorMode: 'ignore' }),
    }),
    { parser: 'json', printWidth: 100 },
  );
}
