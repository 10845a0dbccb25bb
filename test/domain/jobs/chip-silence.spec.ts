import { longestSilenceMs, offlineAfterS, SAMPLE_INTERVAL_MS } from '../../../src/domain/jobs/chip-silence';
import { RuleBook } from '../../../src/domain/rules/rule-book';
import { seededBook, seededVersions } from '../rules/seeded-book';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');

describe('how long a chip may be silent', () => {
  it('three reports of ten seconds, as the rules ship', () => {
    expect(SAMPLE_INTERVAL_MS).toBe(10_000);
    expect(longestSilenceMs(seededBook, NOW)).toBe(30_000);
  });

  it('as many reports as the rule says', () => {
    const five = seededVersions.map((rule) => (rule.key === 'chip.silent-intervals' ? { ...rule, value: 5 } : rule));
    expect(longestSilenceMs(new RuleBook(five, 'changed'), NOW)).toBe(50_000);
  });

  it('and after three minutes it is offline', () => expect(offlineAfterS(seededBook, NOW)).toBe(180));
});
