import { appointmentLifeCycle, APPOINTMENT_STATES } from '../../../src/domain/fitting/appointment';
import { BLOCK_REASONS, blocksTheOld, REPLACE_REASONS } from '../../../src/domain/fitting/chip-block';
import { lacking } from '../../../src/domain/fitting/fitting';
import { testObjection, TESTS_A_DAY, type TestFacts } from '../../../src/domain/jobs/power-test';
import { MINUTE } from '../../../src/kernel/time';

const AT = Date.parse('2026-06-10T01:00:00Z');

describe('what a fitting lacks', () => {
  const photo = { photo: true, withoutTest: null };
  it.each([
    ['cut, nothing yet', lacking('cut', { relay: false, arc: false }, { photo: false, withoutTest: null }), ['photo', 'relay-test', 'arc-test']], // prettier-ignore
    ['cut, all there', lacking('cut', { relay: true, arc: true }, photo), []],
    ['cut, arc not sensed', lacking('cut', { relay: true, arc: false }, photo), ['arc-test']],
    ['sense has no relay', lacking('sense', { relay: false, arc: true }, photo), []],
    ['sense, arc not sensed', lacking('sense', { relay: false, arc: false }, photo), ['arc-test']],
    ['a reason stands for both tests', lacking('cut', { relay: false, arc: false }, { photo: true, withoutTest: '院内没有信号' }), []], // prettier-ignore
    ['never for the photo', lacking('cut', { relay: true, arc: true }, { photo: false, withoutTest: '院内没有信号' }), ['photo']], // prettier-ignore
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('whether a chip gets power for a test', () => {
  const fine: TestFacts = {
    machine: 'in-service',
    ...{ lastSeenAt: AT - MINUTE, boot: 3, tamper: false, blocked: false },
    ...{ openJob: false, openTest: false, testsToday: 0 },
  };
  it.each<[string, Partial<TestFacts>, string | null]>([
    ['as it should be', {}, null],
    ['heard of just within two minutes', { lastSeenAt: AT - 2 * MINUTE }, null],
    ['heard of longer ago', { lastSeenAt: AT - 2 * MINUTE - 1 }, 'fitting.chip-silent'],
    ['never heard of', { lastSeenAt: null, boot: null }, 'fitting.chip-silent'],
    ['housing open', { tamper: true }, 'fitting.chip-open'],
    ['in the workshop', { machine: 'repair' }, null],
    ['under a stop order', { machine: 'suspended' }, 'fitting.machine-stopped'],
    ['lost', { machine: 'lost' }, 'fitting.machine-stopped'],
    ['scrapped', { machine: 'scrapped' }, 'fitting.machine-stopped'],
    ['blocked', { blocked: true }, 'chip.blocked'],
    ['at work', { openJob: true }, 'chip.at-work'],
    ['under test', { openTest: true }, 'fitting.test-running'],
    ['the last test of the day', { testsToday: TESTS_A_DAY - 1 }, null],
    ['one too many', { testsToday: TESTS_A_DAY }, 'fitting.too-many-tests'],
    ['blocked and silent: the gravest', { blocked: true, lastSeenAt: null }, 'chip.blocked'],
  ])('%s', (_, change, expected) => {
    expect(testObjection({ ...fine, ...change }, AT)).toBe(expected);
  });
});

it('each state of an appointment is reached, and what is done or cancelled stays so', () => {
  const moves = APPOINTMENT_STATES.map((state) => [state, appointmentLifeCycle.open({ state })]);
  expect(Object.fromEntries(moves)).toEqual({
    planned: ['miss', 'cancel', 'fit'],
    missed: ['fit'],
    done: [],
    cancelled: [],
  });
});

it('only an upgrade leaves the old chip in use', () => {
  expect(REPLACE_REASONS.filter((reason) => !blocksTheOld(reason))).toEqual(['upgraded']);
  expect(REPLACE_REASONS.filter(blocksTheOld)).toEqual([...BLOCK_REASONS]);
});
