import { Injectable } from '@nestjs/common';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { RegionsReader } from '../../regions/regions.reader';
import { CodeRegistry } from '../code-registry';
import { Labels } from '../labels/labels';
import { outsideScope } from '../outside-scope';
import { RegistryReader } from '../registry.reader';
import { CodeRollStore } from '../rolls/code-roll.store';
import { rollNumber } from '../rolls/code-rolls.view';
import type { BlankCodesRequest } from './code.dto';

/** A roll of codes printed ahead (空码), to be bound to machines on site. */
@Injectable()
export class PrintBlankCodes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: CodeRegistry,
    private readonly rolls: CodeRollStore,
    private readonly labels: Labels,
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute(
    { caller, at }: Request,
    count: number,
    { regionCode: asked, layout = 'sheet' }: Omit<BlankCodesRequest, 'count'> = {},
  ): Promise<Result<Buffer, Refusal>> {
    const made = await this.uow.run(caller.scope, async (tx): Promise<Result<Made, Refusal>> => {
      const regionCode = asked ?? (await this.regionOf(tx, caller));
      const { enterpriseId } = caller;
      if (!reaches(caller.scope, { regionCode, enterpriseId })) return refused(outsideScope());
      if (asked !== undefined && !(await this.regions.exists(tx, asked)))
        return refused(wrongField('regionCode', 'region.unknown'));
      const id = this.ids.next(at);
      const roll = { id, regionCode, enterpriseId, count, madeBy: caller.userId, madeAt: at };
      const number = await this.rolls.insert(tx, roll);
      const codes = await this.codes.issueBlank(tx, count, at, id);
      this.journal.record(tx, caller, at, [
        { action: 'codes.printed', entity: 'code-roll', entityId: id, regionCode, after: { number, codes } },
      ]);
      return ok({ number, codes });
    });
    if (!made.ok) return made;
    const { number, codes } = made.value;
    const labels = codes.map((code, i) => ({
      code,
      caption: `${rollNumber(number)}-${String(i + 1).padStart(3, '0')}`,
    }));
    return ok(await (layout === 'roll' ? this.labels.roll(labels) : this.labels.sheet(labels)));
  }

  /** '' for who works for the whole country. */
  private async regionOf(tx: Tx, caller: Caller): Promise<string> {
    if (caller.scope.kind === 'region') return caller.scope.regionCode;
    const enterprise =
      caller.enterpriseId === null ? null : await this.registry.enterpriseById(tx, caller.enterpriseId);
    return enterprise?.regionCode ?? '';
  }
}

interface Made {
  readonly number: number;
  readonly codes: readonly string[];
}
