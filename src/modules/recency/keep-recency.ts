import { Injectable } from '@nestjs/common';
import { recencyFault, recencyStanding } from '../../domain/recency/recency';
import { notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { isoTime, type Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { RecencyDeclarationRow } from '../../schema/recency/recency-declaration.row';
import { RegistryReader } from '../registry/registry.reader';
import { RulesReader } from '../rules/rules.reader';
import type { DeclareRecencyRequest, RecencyView } from './recency.dto';
import { declarationsOf, recencyFacts } from './recency.view';

/** 离岗: since when a welder is known to be at the trade, and statements about work that the platform does not see. */
@Injectable()
export class KeepRecency {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** Jobs lie outside what an employer sees of other firms; the day of the last one is all that is told. */
  async show({ caller, at }: Request, welderId: string): Promise<Result<RecencyView, Refusal>> {
    const welder = await this.uow.run(caller.scope, (tx) => this.registry.welderById(tx, welderId));
    if (!welder) return refused(notFound('welder.not-found'));
    return this.uow.run(systemScope('recency'), async (tx) => ok(await this.viewOf(tx, welderId, at)));
  }

  async declare(
    request: Request,
    welderId: string,
    body: DeclareRecencyRequest,
  ): Promise<Result<RecencyView, Refusal>> {
    const { caller, at } = request;
    const welder = await this.uow.run(caller.scope, (tx) => this.registry.welderById(tx, welderId));
    if (!welder) return refused(notFound('welder.not-found'));
    const fault = recencyFault(body.workedOn, this.monthsAt(at), at);
    if (fault) return refused(wrongField('workedOn', fault));
    return this.uow.attempt(systemScope('recency'), async (tx) => {
      const { kind, workedOn } = body;
      const place = body.place.trim();
      const row = { id: this.ids.next(at), welderId, kind, workedOn, place, declaredBy: caller.userId, declaredAt: at };
      await tx.rows(RecencyDeclarationRow).insert(row);
      const entry = {
        action: 'recency.declared',
        entity: 'welder',
        entityId: welderId,
        regionCode: welder.regionCode,
      };
      this.journal.record(tx, caller, at, [{ ...entry, after: { kind, workedOn } }]);
      return ok(await this.viewOf(tx, welderId, at));
    });
  }

  private async viewOf(tx: Tx, welderId: string, at: Instant): Promise<RecencyView> {
    const standing = recencyStanding((await recencyFacts(tx, welderId))!, this.monthsAt(at), at);
    const declarations = (await declarationsOf(tx, welderId)).map(({ declaredAt, declaredByName, ...one }) => ({
      ...one,
      declaredBy: declaredByName,
      declaredAt: isoTime(declaredAt),
    }));
    return { ...standing, declarations };
  }

  private monthsAt(at: Instant): number {
    return this.rules.book().value<number>('certificate.recency-months', {}, at);
  }
}
