import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresIn, withFigures } from '../../bench/kit/performance-page';

const PAGE = readFileSync(join(__dirname, '../../docs/quality.md'), 'utf8');

const REPORT = `# web

2 × CPU, Node v20; 2026-11-28T20:53Z; commit 0b929247.

What was done.

| figure | aim | measured | of the limit alone | met |
| --- | --- | --: | --: | --- |
| the page, cold | ≤ 6 s | 4.2 s | – | yes |

| | calls |
| --- | --: |
| cold | 7 |
`;

describe('docs/quality.md', () => {
  it('shows the figures of the reports, as `npm run bench -- page` writes them', () => {
    expect(withFigures(PAGE)).toBe(PAGE);
  });

  it('would notice a figure that is no report’s', () => {
    const changed = PAGE.replace('<!-- performance:end -->', '| made up | | | | | | |\n\n<!-- performance:end -->');
    expect(withFigures(changed)).not.toBe(changed);
  });

  it('takes figures with their command, machine, date and commit', () => {
    expect(figuresIn('web', REPORT)).toEqual([
      '| the page, cold | ≤ 6 s | 4.2 s | – | yes | `npm run bench -- web` | [2 × CPU, Node v20; 2026-11-28T20:53Z; commit 0b929247](../bench/reports/web.md) |',
    ]);
  });

  it('takes nothing from a report without figures', () => {
    expect(figuresIn('steps', REPORT.replace('| figure |', '| |'))).toEqual([]);
  });
});
