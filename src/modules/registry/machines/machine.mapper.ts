import { AUTHORITY, hasRole } from '../../../domain/people/roles';
import { mayConfirm } from '../../../domain/registry/machine-facts';
import { machineLifeCycle, type MachineSnapshot } from '../../../domain/registry/machine-life-cycle';
import type { Caller } from '../../../platform/auth/caller';
import { holds } from '../../identity/permissions';
import type { MachineView } from './machine-view.dto';
import type { Machine } from './machine.store';

export const snapshotFor = (machine: Machine, caller: Pick<Caller, 'roles'>): MachineSnapshot => ({
  state: machine.status,
  chipBound: machine.chipNo !== null,
  byOfficial: hasRole(caller, ...AUTHORITY),
});

/** Field by field: to spread a row costs four times as much, in lists of fifty and more. */
export const machineView = (machine: Machine, caller: Caller): MachineView => ({
  id: machine.id,
  code: machine.code,
  serialNumber: machine.serialNumber,
  model: machine.model,
  process: machine.process,
  control: machine.control,
  automatic: machine.automatic,
  outlets: machine.outlets,
  ratedCurrentA: machine.ratedCurrentA,
  enterpriseId: machine.enterpriseId,
  enterpriseName: machine.enterpriseName,
  ownerWelderId: machine.ownerWelderId,
  regionCode: machine.regionCode,
  lat: machine.lat,
  lng: machine.lng,
  placeName: machine.placeName,
  inspectionDueOn: machine.inspectionDueOn,
  status: machine.status,
  warnings: [...machine.warnings],
  factsConfirmed: machine.factsClaimedAt === null,
  mayConfirmFacts: holds(caller.roles, 'machine.write') && confirmedBy(caller, machine),
  chipNo: machine.chipNo,
  commands: holds(caller.roles, 'machine.write') ? machineLifeCycle.open(snapshotFor(machine, caller)) : [],
  version: machine.version,
  createdAt: new Date(machine.createdAt).toISOString(),
});

/** Whether what the caller says of a machine counts as seen. */
export const confirmedBy = ({ roles, scope, enterpriseId }: Caller, machine: Pick<Machine, 'enterpriseId'>): boolean =>
  mayConfirm({ roles, ofRegion: scope.kind === 'region', enterpriseId }, machine);

/** For the audit trail. */
export const auditedMachine = ({
  id: _,
  enterpriseName: __,
  createdAt: ___,
  factsClaimedAt,
  ...rest
}: Machine): object => ({
  ...rest,
  factsConfirmed: factsClaimedAt === null,
});
