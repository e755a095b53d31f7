// Writes schemas/*.json from the keys that the reader accepts.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonSchemas } from '../dist/index.js';
import { ROOT } from './tools.mjs';

mkdirSync(path.join(ROOT, 'schemas'), { recursive: true });
for (const [name, text] of jsonSchemas()) writeFileSync(path.join(ROOT, 'schemas', name), text);
