import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { providerMarks, providerMarksFolders } from './provider-marks.ts';

for (const folder of providerMarksFolders) {
  for (const [file, text] of providerMarks()) await writeFile(join(folder, file), text);
}
