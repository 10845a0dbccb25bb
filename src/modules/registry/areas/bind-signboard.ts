import { Injectable } from '@nestjs/common';
import { PermitRules } from '../../../domain/permits/permit-rules';
import { placeProven } from '../../../domain/places/place-proof';
import { asPrinted } from '../../../domain/places/signboard';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { violatedConstraint } from '../../../platform/database/unique-violation';
import { positionGiven } from '../../regions/place-proof.dto';
import { RulesReader } from '../../rules/rules.reader';
import { CodeRegistry } from '../code-registry';
import type { BindSignboardRequest, DesignatedAreaView } from './designated-area.dto';
import { areaView } from './designated-area.mapper';
import { DesignatedAreaStore, type DesignatedArea } from './designated-area.store';

/** One board hangs in one area. */
const ONE_BOARD = 'designated_areas_signboard_code';

/** Somebody responsible stands in a designated area and scans the board that hangs there: from now on it proves the place. */
@Injectable()
export class BindSignboard {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly areas: DesignatedAreaStore,
    private readonly codes: CodeRegistry,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
  ) {}

  async execute(
    request: Request,
    id: string,
    body: BindSignboardRequest,
  ): Promise<Result<DesignatedAreaView, Refusal>> {
    try {
      return await this.uow.run(request.caller.scope, (tx) => this.bind(tx, request, id, body));
    } catch (fault) {
      if (violatedConstraint(fault) !== ONE_BOARD) throw fault;
      return refused(conflict('designated-area.signboard-taken'));
    }
  }

  private async bind(
    tx: Tx,
    { caller, at }: Request,
    id: string,
    body: BindSignboardRequest,
  ): Promise<Result<DesignatedAreaView, Refusal>> {
    const area = await this.areas.lock(tx, id);
    if (!area) return refused(notFound('designated-area.not-found'));
    if (caller.seatWaiting === true) return refused(forbidden('permit.seat-unconfirmed'));
    const objection = this.notThere(area, body, at) ?? (await this.notABoard(tx, body));
    if (objection) return refused(objection);
    await this.areas.bindSignboard(tx, id, asPrinted(body.proof.signboardCode ?? ''), caller.userId, at);
    const before = areaView(area);
    const { withoutSignal = before.withoutSignal } = body;
    if (withoutSignal !== before.withoutSignal) await this.areas.stateSignal(tx, id, withoutSignal, caller.userId, at);
    const after = { signboardBoundAt: new Date(at).toISOString(), withoutSignal };
    this.journal.record(tx, caller, at, [
      {
        action: 'designated-area.signboard-bound',
        entity: 'designated-area',
        entityId: id,
        regionCode: area.regionCode,
        after,
      },
    ]);
    return ok({ ...before, ...after });
  }

  private notThere(area: DesignatedArea, { proof }: BindSignboardRequest, at: Instant): Refusal | null {
    const rules = new PermitRules(this.rules.book(), { regime: '', level: '', regionCode: area.regionCode }, at).place;
    const position = positionGiven({ proof });
    const proven = placeProven({ position, signboard: 'none', photoGiven: false }, area, rules);
    const there = proven.outcome === 'inside' && proven.by === 'position';
    return there ? null : wrongField('proof', 'designated-area.not-on-site');
  }

  /** A sticker on a machine or a card moves about. */
  private async notABoard(tx: Tx, { proof }: BindSignboardRequest): Promise<Refusal | null> {
    if (proof.signboardCode === undefined) return wrongField('proof.signboardCode', 'field.required');
    const known = await this.codes.resolve(tx, proof.signboardCode);
    return known === null || known.kind === 'blank' ? null : wrongField('proof.signboardCode', 'code.wrong-kind');
  }
}
