import { machineLifeCycle, type MachineSnapshot } from '../../../domain/registry/machine-life-cycle';
import type { Caller } from '../../../platform/auth/caller';
import { holds } from '../../identity/permissions';
import type { MachineView } from './machine.dto';
import type { Machine } from './machine.store';

const AUTHORITY = ['admin', 'regulator'];

export const snapshotFor = (machine: Machine, caller: Pick<Caller, 'roles'>): MachineSnapshot => ({
  state: machine.status,
  chipBound: machine.chipNo !== null,
  byOfficial: caller.roles.some((role) => AUTHORITY.includes(role)),
});

export const machineView = (machine: Machine, caller: Pick<Caller, 'roles'>): MachineView => ({
  ...machine,
  warnings: [...machine.warnings],
  commands: holds(caller.roles, 'machine.write') ? machineLifeCycle.open(snapshotFor(machine, caller)) : [],
  createdAt: new Date(machine.createdAt).toISOString(),
});

/** For the audit trail. */
export const auditedMachine = ({ id: _, enterpriseName: __, createdAt: ___, ...rest }: Machine): unknown => rest;
