import { cpSync } from 'node:fs';

/** The compiler leaves SQL behind; the built program looks for it beside its code. */
const folder = 'server/database/migrations';
cpSync(`src/${folder}`, `dist/${folder}`, { recursive: true });
