import { LifeCycle } from '../../kernel/life-cycle';
import type { MachineStatus } from './machine';

export const MACHINE_COMMANDS = [
  'suspend', 'resume', 'send-to-repair', 'return-from-repair', 'report-lost', 'report-found', 'scrap',
] as const; // prettier-ignore
export type MachineCommand = (typeof MACHINE_COMMANDS)[number];

export interface MachineSnapshot {
  readonly state: MachineStatus;
  readonly chipBound: boolean;
  /** The person who gives the command acts for the authority, not for an enterprise. */
  readonly byOfficial: boolean;
}

export type MachineReason = 'machine.official-only' | 'machine.chip-still-bound';

/** A stop order is the authority's: who was stopped does not lift it. */
const official = ({ byOfficial }: MachineSnapshot): readonly MachineReason[] =>
  byOfficial ? [] : ['machine.official-only'];

/** Found again, a lost machine comes back by its enterprise's own workshop: that must be no way out of a stop order. */
const notStopped = (snapshot: MachineSnapshot): readonly MachineReason[] =>
  snapshot.state === 'suspended' ? official(snapshot) : [];

/** The chip is recovered first, so that it does not lie in a scrap yard able to switch something. */
const chipRecovered = ({ chipBound }: MachineSnapshot): readonly MachineReason[] =>
  chipBound ? ['machine.chip-still-bound'] : [];

export const machineLifeCycle = new LifeCycle<MachineStatus, MachineCommand, MachineSnapshot, MachineReason>({
  suspend: { from: ['in-service', 'repair'], to: 'suspended', when: official },
  resume: { from: ['suspended'], to: 'in-service', when: official },
  'send-to-repair': { from: ['in-service'], to: 'repair' },
  'return-from-repair': { from: ['repair'], to: 'in-service' },
  'report-lost': { from: ['in-service', 'suspended', 'repair'], to: 'lost', when: notStopped },
  // What happened to it meanwhile is unknown: it is checked in the workshop before it works again.
  'report-found': { from: ['lost'], to: 'repair' },
  scrap: { from: ['in-service', 'suspended', 'repair', 'lost'], to: 'scrapped', when: chipRecovered },
});
