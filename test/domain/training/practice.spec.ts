import {
  isOver,
  lengthFault,
  practiceMachineFault,
  presentUntil,
  pupilFault,
} from '../../../src/domain/training/practice';
import { HOUR, MINUTE } from '../../../src/kernel/time';

const T0 = Date.parse('2026-11-24T02:00:00Z');
const limits = { longestHours: 4, mostPupils: 10, presenceMinutes: 60 };

describe('an instructor’s session', () => {
  it.each([
    ['as long and as many as may be', 4, 10, null],
    ['an hour longer', 5, 10, 'practice.too-long'],
    ['one pupil more', 4, 11, 'practice.too-many-pupils'],
  ])('%s', (_, hours, pupils, expected) => expect(lengthFault(hours, pupils, limits)).toBe(expected));

  it.each([
    ['an hour from now', T0 + 3 * HOUR, T0 + HOUR],
    ['never later than its end', T0 + 20 * MINUTE, T0 + 20 * MINUTE],
  ])('presence is shown again %s', (_, endsAt, expected) => expect(presentUntil(endsAt, limits, T0)).toBe(expected));

  it.each([
    ['goes on', { endsAt: T0 + 2, presentUntil: T0 + 1, endedAt: null }, false],
    ['is over when presence was not shown', { endsAt: T0 + 2, presentUntil: T0, endedAt: null }, true],
    ['is over at its end', { endsAt: T0, presentUntil: T0, endedAt: null }, true],
    ['is over when somebody ended it', { endsAt: T0 + 2, presentUntil: T0 + 1, endedAt: T0 - 1 }, true],
  ])('%s', (_, practice, expected) => expect(isOver(practice, T0)).toBe(expected));

  it.each([
    ['the school’s own', { userEnterpriseId: 'E1', status: 'in-service' } as const, null],
    ['another firm’s', { userEnterpriseId: 'E2', status: 'in-service' } as const, 'practice.machine-not-the-schools'],
    ['a person’s', { userEnterpriseId: null, status: 'in-service' } as const, 'practice.machine-not-the-schools'],
    ['in repair', { userEnterpriseId: 'E1', status: 'repair' } as const, 'practice.machine-out'],
  ])('a machine: %s', (_, machine, expected) => expect(practiceMachineFault(machine, 'E1')).toBe(expected));

  it.each([
    ['somebody in order', { id: 'W2', status: 'active' } as const, null],
    ['the instructor', { id: 'W9', status: 'active' } as const, 'practice.pupil-is-instructor'],
    ['somebody suspended', { id: 'W2', status: 'suspended' } as const, 'practice.pupil-suspended'],
  ])('a pupil: %s', (_, pupil, expected) => expect(pupilFault(pupil, 'W9')).toBe(expected));
});
