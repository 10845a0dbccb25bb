import { Injectable } from '@nestjs/common';
import { forbidden, wrongField, type Refusal } from '../../kernel/refusal';
import { isWithin, type RegionCode } from '../../kernel/region-code';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { CodeRegistry } from '../registry/code-registry';
import { RegistryReader, type EnterpriseFacts, type MachineFacts, type WelderFacts } from '../registry/registry.reader';
import type { RecordViolationRequest } from './violation-request.dto';

/** Whom and what a person's record is about, and in which region it counts. */
export interface RecordedSubjects {
  readonly machineId: string | null;
  readonly welderId: string | null;
  readonly enterpriseId: string | null;
  readonly chipNo: string | null;
  readonly regionCode: RegionCode;
  /** A sticker that stands for nothing yet: all there is of a machine that nobody registered. */
  readonly blankCode: string | null;
  /** A sticker that no register knows. */
  readonly foundCode: string | null;
}

interface Named<T> {
  readonly found: T | null;
  readonly blankCode: string | null;
  readonly foundCode?: string;
}
type Found<T> = Result<Named<T>, Refusal>;

/** Reads what a record names, whether by id or by a scanned code. Machines and welders of elsewhere are found too: they work here. */
@Injectable()
export class RecordSubjects {
  constructor(
    private readonly registry: RegistryReader,
    private readonly codes: CodeRegistry,
  ) {}

  async read(tx: Tx, caller: Caller, request: RecordViolationRequest): Promise<Result<RecordedSubjects, Refusal>> {
    const machine = await this.machine(tx, request);
    if (!machine.ok) return machine;
    const welder = await this.welder(tx, request);
    if (!welder.ok) return welder;
    const enterprise = await this.enterprise(tx, request);
    if (!enterprise.ok) return enterprise;
    const homes = [machine, welder, enterprise].flatMap(({ value }) => value.found?.regionCode ?? []);
    const region = regionFor(caller, request.regionCode ?? null, homes);
    if (!region.ok) return region;
    return ok({
      machineId: machine.value.found?.id ?? null,
      welderId: welder.value.found?.id ?? null,
      enterpriseId: enterprise.value.found?.id ?? null,
      chipNo: request.chipNo ?? null,
      regionCode: region.value,
      blankCode: machine.value.blankCode,
      foundCode: machine.value.foundCode ?? null,
    });
  }

  private async enterprise(tx: Tx, { enterpriseId }: RecordViolationRequest): Promise<Found<EnterpriseFacts>> {
    if (enterpriseId === undefined) return ok({ found: null, blankCode: null });
    const found = await this.registry.enterpriseById(tx, enterpriseId);
    return found ? ok({ found, blankCode: null }) : refused(wrongField('enterpriseId', 'violation.enterprise-unknown'));
  }

  private async machine(
    tx: Tx,
    { machineId, machineCode, foundCode, chipNo }: RecordViolationRequest,
  ): Promise<Found<MachineFacts>> {
    if (machineId !== undefined) {
      const found = await this.registry.machineById(tx, machineId);
      return found ? ok({ found, blankCode: null }) : refused(wrongField('machineId', 'violation.machine-unknown'));
    }
    if (machineCode === undefined && foundCode !== undefined) return ok(await this.sticker(tx, foundCode.trim()));
    if (machineCode === undefined)
      return ok({
        found: chipNo === undefined ? null : await this.registry.machineOfChip(tx, chipNo),
        blankCode: null,
      });
    const code = await this.codes.resolve(tx, machineCode);
    if (!code) return refused(wrongField('machineCode', 'code.unknown'));
    if (code.kind === 'blank') return ok({ found: null, blankCode: code.code });
    if (code.kind !== 'machine') return refused(wrongField('machineCode', 'code.wrong-kind'));
    return ok({ found: await this.registry.machineById(tx, code.entityId), blankCode: null });
  }

  /** Whatever stands on it, the record is taken: a forged sticker is what was found. */
  private async sticker(tx: Tx, text: string): Promise<Named<MachineFacts>> {
    const code = await this.codes.resolve(tx, text);
    if (code?.kind === 'machine') return { found: await this.registry.machineById(tx, code.entityId), blankCode: null };
    return code?.kind === 'blank'
      ? { found: null, blankCode: code.code }
      : { found: null, blankCode: null, foundCode: text };
  }

  private async welder(tx: Tx, { welderId, welderCode }: RecordViolationRequest): Promise<Found<WelderFacts>> {
    if (welderId !== undefined) {
      const found = await this.registry.welderById(tx, welderId);
      return found ? ok({ found, blankCode: null }) : refused(wrongField('welderId', 'violation.welder-unknown'));
    }
    if (welderCode === undefined) return ok({ found: null, blankCode: null });
    const code = await this.codes.resolve(tx, welderCode);
    if (!code) return refused(wrongField('welderCode', 'code.unknown'));
    if (code.kind !== 'welder') return refused(wrongField('welderCode', 'code.wrong-kind'));
    return ok({ found: await this.registry.welderById(tx, code.entityId), blankCode: null });
  }
}

/**
 * Where it counts: what the caller says, else the home of what it is about where they serve there, else the region they
 * serve. Nobody records outside their own region.
 */
function regionFor(caller: Caller, said: RegionCode | null, homes: readonly RegionCode[]): Result<RegionCode, Refusal> {
  const { scope } = caller;
  const serves = (code: RegionCode): boolean => scope.kind === 'region' && isWithin(code, scope.regionCode);
  const candidates = said === null ? [...homes, ...(caller.regionCode === null ? [] : [caller.regionCode])] : [said];
  const region = candidates.find(serves);
  if (region !== undefined) return ok(region);
  return refused(
    candidates.length === 0
      ? wrongField('regionCode', 'violation.region-needed')
      : forbidden('violation.outside-region'),
  );
}
