import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'prettier';
import { configSchema } from '../../src/app/config/config-schema.ts';

/** The JSON Schema of `config.json`, made from the schema that the application checks it with. */
export const configSchemaText = (): Promise<string> =>
  format(
    JSON.stringify({
      title: 'Ligature configuration',
      ...toJsonSchema(configSchema, { typeMode: 'input', errorMode: 'ignore' }),
    }),
    { parser: 'json', printWidth: 100 },
  );
