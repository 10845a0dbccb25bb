import { DAY, SECOND, shanghaiDate } from '../../kernel/time';
import { reservationS } from '../jobs/job-limits';
import { inspectionWarnDays } from '../registry/inspection';
import { claimsNoChip } from '../registry/machine-facts';
import type { MachineFacts } from './facts';
import { livePhoto } from './live-photo';
import { asVariant, blocking, warning } from './finding';
import type { Rule } from './rule';

/** Only a machine in service may work. In repair it is as good as suspended until it comes back. */
export const machineInService: Rule = ({ machine }) => {
  if (!machine) return [blocking('machine.unregistered')];
  switch (machine.status) {
    case 'in-service':
      return [];
    case 'lost':
      return [blocking('machine.lost')];
    case 'scrapped':
      return [blocking('machine.scrapped')];
    case 'suspended':
    case 'repair':
      return [blocking('machine.suspended')];
  }
};

/** 一芯一码: an electric machine carries a chip. Gas sets have no power to cut and are exempt. */
export const chipFitted: Rule = ({ machine, chip }) => {
  if (!machine || machine.process === 'GAS') return [];
  return chip && !chip.blocked ? [] : [blocking('machine.no-chip')];
};

/**
 * The register says that the machine is a gas set or has no control, but nobody has checked it. Each start then needs a
 * photo of the set, until a technician or official confirms what it is. The roll-out mode of chips applies, because
 * such a claim would be a way around the chip.
 */
export const claimShown: Rule = (facts, at) => {
  const { machine, asked } = facts;
  if (!machine || !claimsNoChip(machine)) return [];
  const code = 'machine.facts-unconfirmed';
  const shown = livePhoto(facts, at) || asked.purpose === 'handover' || asked.goesOn === true; // by whoever began
  return [shown ? asVariant('shown', warning(code)) : blocking(code)];
};

/** Rule `inspection.warn-days`: reminded ahead, refused after the last good day. */
export const inspectionInDate: Rule = ({ machine, rules }, at) => {
  if (!machine) return [];
  const { inspectionEndsAt: end, regionCode } = machine;
  if (end === null) return [asVariant('unknown', warning('machine.inspection-overdue'))];
  const dueOn = shanghaiDate(end - 1);
  if (at >= end) return [blocking('machine.inspection-overdue', { dueOn })];
  const ahead = inspectionWarnDays(rules, regionCode, at) * DAY;
  if (at < end - ahead) return [];
  return [asVariant('soon', warning('machine.inspection-overdue', { dueOn, days: Math.ceil((end - at) / DAY) }))];
};

/** One outlet, one job; and after it the machine is free only when its relay was seen open (chip protocol). */
export const outletFree: Rule = ({ machine, asked, rules }, at) => {
  if (!machine) return [];
  const held = machine.openJobs.some((job) => job.outlet === asked.outlet && job.id !== asked.replacesJobId);
  const patience = reservationS(rules, at) * SECOND;
  return held || relayUnsure(machine, at - patience) ? [blocking('machine.in-use', { outlet: asked.outlet })] : [];
};

/** A `lock` under way is normal; one without answer for long means that the relay may still be closed. */
const relayUnsure = ({ openJobs, lockUnansweredSince }: MachineFacts, before: number): boolean =>
  openJobs.length === 0 && lockUnansweredSince !== null && lockUnansweredSince < before;
