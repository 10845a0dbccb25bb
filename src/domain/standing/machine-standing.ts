import { DAY, shanghaiDate, type Instant } from '../../kernel/time';
import type { RollOutMode } from '../authorization/roll-out-modes';
import type { MachineStatus, Process } from '../registry/machine';
import type { Standing, Tone } from './standing';

/** What anybody who stands before a machine should know of it. */
export interface MachineToJudge {
  readonly status: MachineStatus;
  readonly process: Process;
  /** Said to need no chip, by its enterprise alone. */
  readonly claimsNoChip?: boolean;
  readonly chip: { readonly tamper: boolean; readonly blocked: boolean } | null;
  /** The first moment after the last good day of its safety check; null if none is known. */
  readonly inspectionEndsAt: Instant | null;
  readonly inUse: boolean;
  readonly modes: { readonly chip: RollOutMode; readonly inspection: RollOutMode };
  /** Rule `inspection.warn-days`. */
  readonly warnDays: number;
}

type OutOfService = Exclude<MachineStatus, 'in-service'>;

export type MachineCode =
  | OutOfService | 'chip-tampered' | 'no-chip' | 'no-chip-claimed' | 'inspection-overdue' | 'inspection-soon' | 'in-use' | 'in-order'; // prettier-ignore

/** Before a region's date a missing chip or check is only looked at, then warned of, then forbidden (domain.md, roll-out). */
const TONE: Readonly<Record<RollOutMode, Tone | null>> = { observe: null, warn: 'amber', enforce: 'red' };

const STOPPED: Readonly<Record<OutOfService, Tone>> = {
  scrapped: 'red',
  lost: 'red',
  suspended: 'red',
  repair: 'amber',
};

type Question = (machine: MachineToJudge, at: Instant) => Standing<MachineCode> | null;

const outOfService: Question = ({ status }) =>
  status === 'in-service' ? null : { tone: STOPPED[status], code: status };

const inMode = (mode: RollOutMode, standing: Omit<Standing<MachineCode>, 'tone'>): Standing<MachineCode> | null => {
  const tone = TONE[mode];
  return tone === null ? null : { ...standing, tone };
};

const chipTampered: Question = ({ chip, modes }) =>
  chip?.tamper ? inMode(modes.chip, { code: 'chip-tampered' }) : null;

/** Gas sets have no power to switch and need no chip. */
const chipMissing: Question = ({ process, chip, modes }) =>
  process !== 'GAS' && (chip === null || chip.blocked) ? inMode(modes.chip, { code: 'no-chip' }) : null;

/** A start with a photo goes on, so the tone is never red. */
const chipDeniedByWord: Question = ({ claimsNoChip = false, modes }) =>
  claimsNoChip && modes.chip !== 'observe' ? { tone: 'amber', code: 'no-chip-claimed' } : null;

const inspectionOverdue: Question = ({ inspectionEndsAt: end, modes }, at) =>
  end !== null && at >= end
    ? inMode(modes.inspection, { code: 'inspection-overdue', params: { dueOn: shanghaiDate(end - 1) } })
    : null;

const inUse: Question = ({ inUse }) => (inUse ? { tone: 'green', code: 'in-use' } : null);

const inspectionSoon: Question = ({ inspectionEndsAt: end, warnDays }, at) =>
  end !== null && at >= end - warnDays * DAY
    ? { tone: 'green', code: 'inspection-soon', params: { dueOn: shanghaiDate(end - 1) } }
    : null;

/** Reasons that forbid work come first, then those that hinder it, then mere information. */
const QUESTIONS: readonly Question[] = [
  outOfService,
  chipTampered,
  inspectionOverdue,
  chipMissing,
  chipDeniedByWord,
  inUse,
  inspectionSoon,
];

export function machineStanding(machine: MachineToJudge, at: Instant): Standing<MachineCode> {
  const found = QUESTIONS.flatMap((question) => question(machine, at) ?? []);
  return found.find(({ tone }) => tone === 'red') ?? found[0] ?? { tone: 'green', code: 'in-order' };
}
