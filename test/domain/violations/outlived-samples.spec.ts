import { outlivedSamples } from '../../../src/domain/violations/evidence/evidence-words';
import { DAY } from '../../../src/kernel/time';

const NOW = Date.parse('2026-06-10T01:00:00Z');
const KEPT_SINCE = NOW - 90 * DAY;
const at = (ms: number): string => new Date(ms).toISOString();

describe('C10 an arc older than its samples are kept', () => {
  it.each([
    ['as old as they are kept', { arcId: 'A', startedAt: at(KEPT_SINCE) }, []],
    ['one ms older: said so', { arcId: 'A', startedAt: at(KEPT_SINCE - 1) }, ['violation.evidence.samples-gone']],
    [
      'of unknown time, by its latest',
      { arcId: 'A', latestAt: at(KEPT_SINCE - 1) },
      ['violation.evidence.samples-gone'],
    ],
    ['another fault that old', { startedAt: at(KEPT_SINCE - 1) }, []],
  ])('%s', (_, evidence, expected) =>
    expect(outlivedSamples(evidence, KEPT_SINCE).map(({ code }) => code)).toEqual(expected),
  );
});
