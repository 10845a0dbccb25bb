/** Draws the rooms and their doors, as the imports have them, between the marks in docs/architecture.md. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'docs/architecture.md';
const [BEGIN, END] = ['<!-- graph:begin -->', '<!-- graph:end -->'];

/** Everyone may import kernel and platform: drawn, they would hide the rest. */
const graph = execFileSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'mermaid', '--include-only', '^src/'],
    ...['--exclude', '^src/(kernel|platform|commands|main|boot)', '--collapse', '^src/(modules/[^/]+|[^/]+)', 'src'],
  ],
  { encoding: 'utf8' },
);
const page = readFileSync(FILE, 'utf8');
const [before = '', rest = ''] = page.split(BEGIN);
const after = rest.split(END)[1] ?? '';
writeFileSync(FILE, `${before}${BEGIN}\n\n\`\`\`mermaid\n${graph.trim()}\n\`\`\`\n\n${END}${after}`);
