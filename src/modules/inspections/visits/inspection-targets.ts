import { Injectable } from '@nestjs/common';
import { forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { isWithin, type RegionCode } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Caller } from '../../../platform/auth/caller';
import type { Call } from '../../../platform/auth/request';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CodeRegistry } from '../../registry/code-registry';
import { RegistryReader, type EnterpriseFacts, type MachineFacts } from '../../registry/registry.reader';
import type { PlanInspectionRequest } from './inspection.dto';
import type { Inspection } from './inspection.store';

type Target = Pick<Inspection, 'enterpriseId' | 'machineId' | 'place' | 'regionCode'>;

/** Whom or what a visit goes to: an enterprise, a scanned machine, or a place in words. */
@Injectable()
export class InspectionTargets {
  constructor(
    private readonly codes: CodeRegistry,
    private readonly registry: RegistryReader,
  ) {}

  async find({ tx, caller }: Call, body: PlanInspectionRequest): Promise<Result<Target, Refusal>> {
    const machine = await this.machineOf(tx, body.machineCode);
    if (!machine.ok) return machine;
    const enterprise = await this.enterpriseOf(tx, body.enterpriseId, machine.value);
    if (!enterprise.ok) return enterprise;
    if (!machine.value && !enterprise.value && !body.place)
      return refused(wrongField('place', 'inspection.target-needed'));
    const regionCode = regionFor(caller, [body.regionCode, enterprise.value?.regionCode, machine.value?.regionCode]);
    if (regionCode === null) return refused(forbidden('inspection.outside-region'));
    const ids = { enterpriseId: enterprise.value?.id ?? null, machineId: machine.value?.id ?? null };
    return ok({ ...ids, place: body.place?.trim() ?? null, regionCode });
  }

  private async machineOf(tx: Tx, typed: string | undefined): Promise<Result<MachineFacts | null, Refusal>> {
    if (typed === undefined) return ok(null);
    const code = await this.codes.resolve(tx, typed);
    return code?.kind === 'machine'
      ? ok(await this.registry.machineById(tx, code.entityId))
      : refused(wrongField('machineCode', 'code.unknown'));
  }

  private async enterpriseOf(
    tx: Tx,
    said: string | undefined,
    machine: MachineFacts | null,
  ): Promise<Result<EnterpriseFacts | null, Refusal>> {
    const id = said ?? machine?.enterpriseId ?? null;
    const found = id === null ? null : await this.registry.enterpriseById(tx, id);
    return said !== undefined && !found
      ? refused(wrongField('enterpriseId', 'violation.enterprise-unknown'))
      : ok(found);
  }
}

/** What is said first, then the homes, then the caller's own region; null where it lies out of their reach. */
function regionFor({ scope, regionCode }: Caller, homes: readonly (string | undefined)[]): RegionCode | null {
  const found = homes.find((home) => home !== undefined) ?? regionCode ?? '';
  return scope.kind === 'region' && found !== '' && isWithin(found, scope.regionCode) ? found : null;
}
