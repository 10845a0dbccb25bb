/** Fails when a committed file that is made from the code differs from what the code makes now. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const GENERATED = [
  'docs/openapi.json',
  'docs/permissions.md',
  'docs/permit-states.md',
  'docs/architecture.md',
  'web/src/api/schema.d.ts',
];

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const before = GENERATED.map(read);
for (const script of ['openapi', 'docs:graph'])
  execFileSync('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
const changed = GENERATED.filter((file, i) => read(file) !== before[i]);
if (changed.length > 0) {
  console.error(`Made anew from the code, please commit: ${changed.join(', ')}`);
  process.exit(1);
}
