import { HOUR, MINUTE, type Instant } from '../../kernel/time';
import type { MachineStatus } from '../registry/machine';
import type { RuleBook } from '../rules/rule-book';

/** Rules of an instructor's session at a welding school (实训课). */
export interface PracticeLimits {
  readonly longestHours: number;
  readonly mostPupils: number;
  readonly presenceMinutes: number;
}

export const practiceLimits = (rules: RuleBook, regionCode: string, at: Instant): PracticeLimits => ({
  longestHours: rules.value<number>('practice.longest-hours', { regionCode }, at),
  mostPupils: rules.value<number>('practice.most-pupils', { regionCode }, at),
  presenceMinutes: rules.value<number>('practice.presence-minutes', { regionCode }, at),
});

/** When the instructor has to show again that they are there: never later than the session ends. */
export const presentUntil = (endsAt: Instant, { presenceMinutes }: PracticeLimits, at: Instant): Instant =>
  Math.min(endsAt, at + presenceMinutes * MINUTE);

/** What nobody ended is over all the same: its time is up, or its instructor did not show that they are there. */
export const isOver = (
  practice: { endsAt: Instant; presentUntil: Instant; endedAt: Instant | null },
  at: Instant,
): boolean => practice.endedAt !== null || at >= Math.min(practice.endsAt, practice.presentUntil);

export type LengthFault = 'practice.too-long' | 'practice.too-many-pupils';

export function lengthFault(hours: number, pupils: number, limits: PracticeLimits): LengthFault | null {
  if (hours > limits.longestHours) return 'practice.too-long';
  return pupils > limits.mostPupils ? 'practice.too-many-pupils' : null;
}

/** What a refusal tells of the limits. */
export const limitParams = ({ longestHours, mostPupils }: PracticeLimits): Readonly<Record<string, number>> => ({
  hours: longestHours,
  count: mostPupils,
});

export const practiceEnd = (hours: number, at: Instant): Instant => at + hours * HOUR;

export type MachineFault = 'practice.machine-not-the-schools' | 'practice.machine-out';

/** Pupils practise on machines that the school itself answers for. */
export function practiceMachineFault(
  machine: { readonly userEnterpriseId: string | null; readonly status: MachineStatus },
  schoolId: string,
): MachineFault | null {
  if (machine.userEnterpriseId !== schoolId) return 'practice.machine-not-the-schools';
  return machine.status === 'in-service' ? null : 'practice.machine-out';
}

export type PupilFault = 'practice.pupil-is-instructor' | 'practice.pupil-suspended';

export function pupilFault(
  pupil: { readonly id: string; readonly status: 'active' | 'suspended' },
  instructorId: string,
): PupilFault | null {
  if (pupil.id === instructorId) return 'practice.pupil-is-instructor';
  return pupil.status === 'active' ? null : 'practice.pupil-suspended';
}
