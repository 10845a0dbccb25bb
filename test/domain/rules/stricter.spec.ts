import { RULE_KINDS } from '../../../src/domain/rules/rule-catalogue';
import { hasDirection, stricter } from '../../../src/domain/rules/strictness/stricter';

const line = (code: string, more: object = {}) => ({ code, zh: code, en: code, source: 's', ...more });
const work = (distanceM: number, severity: string) => ({ code: 'a', with: 'painting', distanceM, severity });
const hours = (from: string, to: string) => ({ from, to });
const step = { step: 0, roles: ['safety-officer'], of: 'enterprise', quorum: 'one' };
const gas = {
  lelThreshold: 4,
  highLelMax: 0.5,
  lowLelMax: 0.2,
  oxygen: { min: 19.5, max: 21, enrichedMax: 23.5 },
  gases: { methane: { lel: 5 } },
};

describe('D32 which of two values of a rule is the stricter one', () => {
  it.each<[string, string, unknown, unknown, string]>([
    ['a shorter permit', 'permit.longest-hours', 8, 6, 'stricter'],
    ['the same length', 'permit.longest-hours', 8, 8, 'same'],
    ['a longer permit', 'permit.longest-hours', 8, 8.5, 'looser'],
    ['a longer watch', 'permit.fire-watch-minutes', { base: 30 }, { base: 60 }, 'stricter'],
    ['a shorter watch', 'permit.fire-watch-minutes', { base: 30 }, { base: 29 }, 'looser'],
    [
      'a longer base that covers the place left out',
      'permit.fire-watch-minutes',
      { base: 30, placeKinds: { crowded: 60 } },
      { base: 60 },
      'stricter',
    ],
    [
      'a place left out that had more',
      'permit.fire-watch-minutes',
      { base: 30, placeKinds: { crowded: 60 } },
      { base: 45 },
      'looser',
    ],
    ['a demand', 'permit.close-photo', false, true, 'stricter'],
    ['a demand taken back', 'permit.close-photo', true, false, 'looser'],
    ['one more that raises', 'permit.raise-on', ['night'], ['rest-day', 'night'], 'stricter'],
    ['another that raises', 'permit.raise-on', ['night'], ['rest-day'], 'looser'],
    ['a longer night', 'permit.night', hours('22:00', '06:00'), hours('21:00', '06:00'), 'stricter'],
    ['a later night of the same length', 'permit.night', hours('22:00', '06:00'), hours('23:00', '07:00'), 'looser'],
    ['the whole day', 'permit.night', hours('22:00', '06:00'), hours('00:00', '00:00'), 'looser'],
    ['a test that is required', 'permit.gas-test', 'optional', 'required', 'stricter'],
    ['no test', 'permit.gas-test', 'optional', 'none', 'looser'],
    ['training that only warns', 'permit.watcher-training', 'enforce', 'warn', 'looser'],
    ['a watcher of its own', 'permit.fire-watch', 'occupier-agrees', 'required', 'stricter'],
    ['one more measure', 'permit.measures', [line('a')], [line('a'), line('b')], 'stricter'],
    ['a measure less', 'permit.measures', [line('a'), line('b')], [line('b')], 'looser'],
    ['a measure at fewer places', 'permit.measures', [line('a')], [line('a', { openAir: true })], 'looser'],
    ['a measure in other words', 'permit.measures', [line('a')], [line('a', { zh: '无' })], 'looser'],
    ['more distance', 'permit.simops', [work(10, 'warn')], [work(15, 'block')], 'stricter'],
    ['more distance, but only a warning', 'permit.simops', [work(10, 'block')], [work(15, 'warn')], 'looser'],
    ['no urgent way', 'permit.urgent', { allowed: true, countersignHours: 24, role: 'enterprise-head' }, { allowed: false, countersignHours: 24, role: 'enterprise-head' }, 'stricter'], // prettier-ignore
    ['another leader', 'permit.urgent', { allowed: true, countersignHours: 24, role: 'enterprise-head' }, { allowed: true, countersignHours: 24, role: 'safety-officer' }, 'looser'], // prettier-ignore
    ['less gas', 'permit.gas-limits', gas, { ...gas, highLelMax: 0.4 }, 'stricter'],
    ['less gas, but a methane that burns later', 'permit.gas-limits', gas, { ...gas, highLelMax: 0.4, gases: { methane: { lel: 6 } } }, 'looser'], // prettier-ignore
    ['another threshold', 'permit.gas-limits', gas, { ...gas, lelThreshold: 5 }, 'looser'],
    ['a limit that was not there', 'permit.gas-limits', gas, { ...gas, combustibleLelMax: 10 }, 'stricter'],
    ['less oxygen', 'permit.gas-limits', gas, { ...gas, oxygen: { ...gas.oxygen, min: 19 } }, 'looser'],
    ['a test for one more answer', 'permit.gas-test-when', { placeKinds: [], answers: [] }, { placeKinds: [], answers: [{ code: 'a' }] }, 'stricter'], // prettier-ignore
    ['an answer explained away', 'permit.gas-test-when', { placeKinds: [], answers: [{ code: 'a' }] }, { placeKinds: [], answers: [{ code: 'a', unlessPlaceKinds: ['height'] }] }, 'looser'], // prettier-ignore
    ['hours closed longer', 'place.closed-hours-only', { crowded: hours('08:00', '22:00') }, { crowded: hours('07:00', '23:00') }, 'stricter'], // prettier-ignore
    ['a kind of place let go', 'place.closed-hours-only', { crowded: hours('08:00', '22:00') }, {}, 'looser'],
    ['fewer places open with measures', 'place.open-hours-exception', { placeKinds: ['crowded'], measures: ['a'] }, { placeKinds: ['crowded'], measures: ['a', 'b'] }, 'stricter'], // prettier-ignore
    ['more places open with measures', 'place.open-hours-exception', { placeKinds: ['crowded'], measures: ['a'] }, { placeKinds: ['crowded', 'mixed-use'], measures: ['a'] }, 'looser'], // prettier-ignore
    ['a calmer day', 'weather.wind-grade', 5, 4, 'stricter'],
    ['a smaller circle', 'place.radius', { min: 50, max: 300, default: 100 }, { min: 50, max: 200, default: 100 }, 'stricter'], // prettier-ignore
    ['small work less often', 'permit.small-again', { times: 2, days: 7, withinM: 50 }, { times: 1, days: 7, withinM: 50 }, 'stricter'], // prettier-ignore
    ['less often, but forgotten sooner', 'permit.small-again', { times: 2, days: 7, withinM: 50 }, { times: 1, days: 6, withinM: 50 }, 'looser'], // prettier-ignore
    ['less time to mend', 'supervision.due-days', { alert: 3, hazard: 7, offence: 15 }, { alert: 3, hazard: 5, offence: 15 }, 'stricter'], // prettier-ignore
    ['kept longer', 'permit.retention-days', 365, 730, 'stricter'],
    ['another order of signatures', 'permit.approval-chain', [step], [step, step], 'undirected'],
    ['more patience', 'permit.approval-patience-minutes', 30, 10, 'undirected'],
    ['no rule at all', 'constructor', 1, 2, 'undirected'],
  ])('%s', (_, key, shipped, wished, expected) => expect(stricter(key, shipped, wished)).toBe(expected));

  it('every rule that a region may narrow has a direction, or is named here as the administrator’s', () => {
    const undirected = Object.entries(RULE_KINDS)
      .filter(([key, { variesBy }]) => variesBy.includes('region') && !hasDirection(key))
      .map(([key]) => key);
    expect(undirected).toEqual([
      'job.stop-confirm-hours',
      'job.warning-minutes',
      'job.photo-again',
      'place.least-radius-m',
      'certificate.kinds',
      'permit.level-questions',
      'permit.level-of-place',
      'permit.one-device',
      'permit.approval-chain',
      'permit.approval-patience-minutes',
      'supervision.offices',
      'supervision.legal-basis',
      'help.asked-within-hours',
      'duty.hotline',
      'tip.duplicate-metres',
      'tip.duplicate-hours',
      'tip.reward-yuan',
      'tip.reward-major-yuan',
      'tip.reward-partly-percent',
      'tip.reward-insider-percent',
      'tip.reward-case-most-yuan',
      'tip.reward-year-most-yuan',
      'inspection.stratum-weights',
      'inspection.reveal-hours',
      'inspection.repeat-days',
      'inspection.checklists',
      'internal-report.reward-most-yuan',
    ]);
  });
});
