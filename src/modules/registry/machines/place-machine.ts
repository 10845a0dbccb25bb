import { Injectable } from '@nestjs/common';
import { machinePlace } from '../../../domain/registry/machine-place';
import type { Position } from '../../../kernel/geo';
import { Journal } from '../../../platform/audit/journal';
import type { Call } from '../../../platform/auth/request';
import { MachineStore } from './machine.store';

/** Somebody stands before a machine and their phone knows where: that is its place until somebody finds it elsewhere. */
@Injectable()
export class PlaceMachine {
  constructor(
    private readonly machines: MachineStore,
    private readonly journal: Journal,
  ) {}

  async put({ tx, caller, at }: Call, id: string, pin: (Position & { readonly accuracyM?: number }) | null): Promise<void> {
    const place = machinePlace(pin);
    const machine = place && (await this.machines.find(tx, id));
    if (!machine) return;
    await this.machines.putPlace(tx, id, place);
    const { regionCode, lat, lng } = machine;
    const entry = { action: 'machine.placed', entity: 'machine', entityId: id, regionCode };
    this.journal.record(tx, caller, at, [{ ...entry, before: { lat, lng }, after: place }]);
  }
} // prettier-ignore
