import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { providerMarks, providerMarksFolder } from './provider-marks.ts';

for (const [file, text] of providerMarks()) await writeFile(join(providerMarksFolder, file), text);
