import type { ConfigFailure } from '../../../config/config-failure';
import { configFailureWords } from '../../../config/config-failure-words';
import type { Check } from './check';
import { called, failure, inConfigFile, ok, warning, type Fact } from './verdict';

const mistakesIn = (found: ConfigFailure): readonly Fact[] =>
  found.code === 'config-invalid'
    ? found.problems.map(({ path, message }) => ({ name: path || 'config.json', value: message }))
    : [];

/** The file as it is now, which may be another than the one that this page started with. */
export const configurationFile = (): Check => ({
  id: 'configuration-file',
  group: 'setup',
  title: $localize`Configuration file`,
  problem: $localize`The configuration file is missing or wrong`,
  why: $localize`Every other check relies on it. Without a file that can be read the application does not start, and a file that calls a staging tenant a production one turns drills off.`,
  async run({ configFile }) {
    const result = await configFile();
    if (!result.ok) {
      const { text, advice } = configFailureWords(result.failure);

      return failure(text, { setting: advice }, mistakesIn(result.failure));
    }
    if (result.config.tenant.environment === 'production') {
      return called(
        $localize`The staging console is on for a production tenant`,
        warning(
          $localize`The file calls this tenant a production one, and offers the staging console on it.`,
          inConfigFile(
            $localize`Say that it is a staging tenant, or turn the console off in production`,
            '"tenant": { "environment": "staging" }   // or: "staging": false',
          ),
        ),
      );
    }

    return ok($localize`The file can be read, and calls the tenant a staging one.`);
  },
});
