import { Injectable } from '@nestjs/common';
import { drawPairs } from '../../../domain/inspections/draw';
import { commitmentOf, seedOf } from '../../../domain/inspections/draw-list';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { MakeInspections } from '../visits/make-inspections';
import type { DrawState, DrawView } from './draw.dto';
import { DrawStore, type StoredDraw } from './draw.store';
import { FindDraws } from './find-draws';
import { isInCharge } from './in-charge';

type Work = (call: Call, draw: StoredDraw) => Promise<Result<StoredDraw, Refusal>>;

/** Two officers commit to a value each, and tell it afterwards: neither of them can choose the seed. Who left a draw unrevealed has no part in its repetition. */
@Injectable()
export class TakePart {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly find: FindDraws,
    private readonly inspections: MakeInspections,
    private readonly journal: Journal,
  ) {}

  commit(request: Request, id: string, hash: string): Promise<Result<DrawView, Refusal>> {
    return this.move(request, id, 'published', async (call, draw) => {
      const { tx, caller, at } = call;
      const others = await this.draws.commitments(tx, id);
      if (others.some(({ officerId }) => officerId === caller.userId))
        return refused(conflict('draw.committed-already'));
      if (await this.draws.hasLeftUnrevealed(tx, caller.userId)) return refused(forbidden('draw.left-unrevealed'));
      if (await this.draws.isHashUsed(tx, hash)) return refused(wrongField('hash', 'draw.hash-copied'));
      const place = others.length + 1;
      const part = {
        drawId: id,
        place,
        officerId: caller.userId,
        hash,
        committedAt: at,
        value: null,
        revealedAt: null,
      };
      if (!(await this.draws.commit(tx, part))) return refused(conflict('draw.committed-already'));
      const state: DrawState = place === 2 ? 'committed' : 'published';
      await this.draws.change(tx, id, { state });
      this.note(call, draw, 'draw.committed', { hash, place });
      return ok({ ...draw, state });
    });
  }

  reveal(request: Request, id: string, value: string): Promise<Result<DrawView, Refusal>> {
    return this.move(request, id, 'committed', async (call, draw) => {
      const { tx, caller, at } = call;
      const parts = await this.draws.commitments(tx, id);
      const own = parts.find(({ officerId }) => officerId === caller.userId);
      if (!own) return refused(forbidden('draw.not-committed'));
      if (own.value !== null) return refused(conflict('draw.revealed-already'));
      if (commitmentOf(value) !== own.hash) return refused(wrongField('value', 'draw.value-not-committed'));
      await this.draws.reveal(tx, id, own.place, value, at);
      this.note(call, draw, 'draw.revealed', { place: own.place });
      const [first, second] = parts.map((part) => (part === own ? value : part.value));
      return first == null || second == null ? ok(draw) : ok(await this.settle(call, draw, [first, second]));
    });
  }

  private async settle(call: Call, draw: StoredDraw, values: readonly [string, string]): Promise<StoredDraw> {
    const seed = seedOf(values, draw.listHash);
    const drawn = { state: 'drawn', seed, pairs: drawPairs(draw.list, seed), settledAt: call.at } as const;
    await this.draws.change(call.tx, draw.id, drawn);
    this.note(call, draw, 'draw.drawn', { seed, pairs: drawn.pairs.length });
    await this.inspections.ofDraw(call, { ...draw, pairs: drawn.pairs });
    return { ...draw, ...drawn };
  }

  /** After the deadline nothing is taken any more. */
  private async move(request: Request, id: string, state: DrawState, work: Work): Promise<Result<DrawView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(systemScope('draw'), async (tx): Promise<Result<DrawView, Refusal>> => {
      const draw = await this.draws.lock(tx, id);
      if (!draw || !isInCharge(caller, draw.regionCode)) return refused(notFound('draw.not-found'));
      if (draw.state !== state) return refused(conflict('draw.not-now', { extra: { state: draw.state } }));
      if (at >= draw.deadlineAt) return refused(conflict('draw.too-late'));
      const done = await work({ ...request, tx }, draw);
      return done.ok ? ok(await this.find.show(tx, done.value)) : done;
    });
  }

  private note(
    { tx, caller, at }: Call,
    { id: entityId, regionCode }: StoredDraw,
    action: string,
    after: object,
  ): void {
    this.journal.record(tx, caller, at, [{ action, entity: 'draw', entityId, regionCode, after }]);
  }
}
