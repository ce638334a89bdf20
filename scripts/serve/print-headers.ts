import { apiOrigin, readAppConfig, showsLock, tenantOrigin } from '../lib/app-config.ts';
import { lockHeaders, lockPath } from './lock-headers.ts';
import { configFile } from '../lib/paths.ts';
import { cacheControl, securityHeaders } from './security-headers.ts';

const [site, ...rest] = process.argv.slice(2);

if (site === undefined || rest.length > 0 || !URL.canParse(site)) {
  console.error('Usage: npm run headers -- https://portal.example');
  process.exitCode = 1;
} else {
  print(new URL(site));
}

function print(url: URL): void {
  const config = readAppConfig(configFile);
  const headers = securityHeaders({
    tenantOrigin: tenantOrigin(config),
    apiOrigin: apiOrigin(config),
    nonce: '{{nonce}}',
    https: url.protocol === 'https:',
    logoUrl: config.branding?.logoUrl ?? null,
  });

  console.log(
    `# Every response of ${url.origin}. Put a new random value in the place of {{nonce}}`,
  );
  console.log('# for each response, here and in index.html.');
  for (const [name, value] of Object.entries(headers)) console.log(`${name}: ${value}`);

  if (showsLock(config)) {
    const lock = lockHeaders(headers, {
      tenantOrigin: tenantOrigin(config),
      clientId: config.tenant.clientId,
    });
    const others = Object.entries(lock).filter(([name, value]) => headers[name] !== value);
    console.log(`\n# ${lockPath}, and no other address, in place of the lines of the same name`);
    for (const [name, value] of others) console.log(`${name}: ${value}`);
  }

  console.log('\n# index.html and config.json');
  console.log(`Cache-Control: ${cacheControl('index.html')}`);
  console.log('\n# files with a hash in their name, such as main-ABCD1234.js');
  console.log(`Cache-Control: ${cacheControl('main-ABCD1234.js')}`);
}
