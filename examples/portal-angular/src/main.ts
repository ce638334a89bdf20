import { bootstrapApplication } from '@angular/platform-browser';

import { appConfig, type Settings } from './app/app.config';
import { Shell } from './app/shell';

const settings = (await (await fetch('portal.json')).json()) as Settings;

await bootstrapApplication(Shell, appConfig(settings));
