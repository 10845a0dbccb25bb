import { Injectable } from '@nestjs/common';
import { machinePlace } from '../../../domain/registry/machine-place';
import type { Position } from '../../../kernel/geo';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Call } from '../../../platform/auth/request';
import { MachineStore } from './machine.store';

/** What somebody on the spot says of where a machine stands: the phone's position, and what people call the place. */
export interface PlaceSeen {
  readonly pin: (Position & { readonly accuracyM?: number }) | null;
  readonly placeName?: string;
}

/** Somebody stands before a machine: what they say is its place until somebody finds it elsewhere. */
@Injectable()
export class PlaceMachine {
  constructor(
    private readonly machines: MachineStore,
    private readonly journal: Journal,
  ) {}

  async put({ tx, caller, at }: Call, id: string, { pin, placeName }: PlaceSeen): Promise<void> {
    const place = { ...machinePlace(pin), ...(placeName !== undefined && { placeName: readTyped(placeName) }) };
    const machine = Object.keys(place).length > 0 ? await this.machines.find(tx, id) : null;
    if (!machine) return;
    await this.machines.putPlace(tx, id, place);
    const { regionCode, lat, lng, placeName: name } = machine;
    const entry = { action: 'machine.placed', entity: 'machine', entityId: id, regionCode };
    this.journal.record(tx, caller, at, [{ ...entry, before: { lat, lng, placeName: name }, after: place }]);
  }
}
