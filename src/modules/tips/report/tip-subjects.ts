import { Injectable } from '@nestjs/common';
import type { Position } from '../../../kernel/geo';
import type { RegionCode } from '../../../kernel/region-code';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RegionsReader } from '../../regions/regions.reader';
import { CodeRegistry } from '../../registry/code-registry';
import { RegistryReader } from '../../registry/registry.reader';
import { TipPlaces } from './tip-place.view';

interface FoundMachine {
  readonly machineId: string | null;
  readonly codeText: string | null;
  readonly home: RegionCode | null;
}

/** What a tip is about, and which desk it goes to. */
@Injectable()
export class TipSubjects {
  constructor(
    private readonly places: TipPlaces,
    private readonly regions: RegionsReader,
    private readonly codes: CodeRegistry,
    private readonly registry: RegistryReader,
  ) {}

  /** A sticker that nobody knows is what was seen: it is kept as it stands. */
  async machineOf(tx: Tx, typed: string | undefined): Promise<FoundMachine> {
    if (typed === undefined) return { machineId: null, codeText: null, home: null };
    const code = await this.codes.resolve(tx, typed);
    const machine = code?.kind === 'machine' ? await this.registry.machineById(tx, code.entityId) : null;
    return machine
      ? { machineId: machine.id, codeText: null, home: machine.regionCode }
      : { machineId: null, codeText: code?.code ?? typed.trim(), home: null };
  }

  /** The place decides, then what the reporter says, then the machine's home; without all of them the widest desk. */
  async regionOf(
    tx: Tx,
    said: RegionCode | undefined,
    position: Position | null,
    home: RegionCode | null,
  ): Promise<RegionCode> {
    const known = said !== undefined && (await this.regions.exists(tx, said)) ? said : null;
    const around = position && (await this.places.regionAt(tx, position));
    return around ?? known ?? home ?? (await this.places.widestDesk(tx)) ?? '';
  }
}
