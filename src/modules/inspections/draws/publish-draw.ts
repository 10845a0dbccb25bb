import { Injectable } from '@nestjs/common';
import { inOrder, listHashOf, type DrawList, type DrawOfficer } from '../../../domain/inspections/draw-list';
import { unservedTargets } from '../../../domain/inspections/draw';
import { quotasFor } from '../../../domain/inspections/quotas';
import { STRATA, type Stratum } from '../../../domain/inspections/strata';
import { hasRole, OFFICIALS } from '../../../domain/people/roles';
import { forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { isWithin } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY, HOUR, shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { UsersReader } from '../../identity/users.reader';
import { RulesReader } from '../../rules/rules.reader';
import { DrawPool, MOST_TARGETS } from './draw-pool.view';
import type { PublishDrawRequest } from './draw-requests.dto';
import type { PublishedDrawView } from './draw.dto';
import { DrawStore, type StoredDraw } from './draw.store';
import { FindDraws } from './find-draws';

const DUE_DAYS = 30;

/** Publishes the list of a draw with its hash: from here on nothing of it changes, and nobody knows the seed. */
@Injectable()
export class PublishDraw {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly pool: DrawPool,
    private readonly users: UsersReader,
    private readonly rules: RulesReader,
    private readonly find: FindDraws,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  execute(request: Request, body: PublishDrawRequest): Promise<Result<PublishedDrawView, Refusal>> {
    const { caller, at } = request;
    const { scope } = caller;
    if (scope.kind !== 'region' || !isWithin(body.regionCode, scope.regionCode))
      return Promise.resolve(refused(forbidden('draw.outside-region')));
    if (body.dueOn !== undefined && body.dueOn < shanghaiDate(at))
      return Promise.resolve(refused(wrongField('dueOn', 'inspection.due-passed')));
    return this.uow.attempt(systemScope('publish-draw'), async (tx): Promise<Result<PublishedDrawView, Refusal>> => {
      const list = await this.listOf({ ...request, tx }, body);
      if (!list.ok) return list;
      const hours = this.rules.book().value<number>('inspection.reveal-hours', body, at);
      const draw: StoredDraw = {
        ...{ id: this.ids.next(at), name: list.value.name, regionCode: body.regionCode, kind: body.kind ?? 'hot-work' },
        ...{
          dueOn: body.dueOn ?? shanghaiDate(at + DUE_DAYS * DAY),
          list: list.value,
          listHash: listHashOf(list.value),
        },
        ...{ state: 'published', publishedBy: caller.userId, publishedAt: at, deadlineAt: at + hours * HOUR },
        ...{ seed: null, pairs: null, settledAt: null },
      };
      await this.draws.insert(tx, draw);
      const { id: entityId, regionCode, listHash } = draw;
      const after = { listHash, targets: list.value.targets.length, officers: list.value.officers.length };
      this.journal.record(tx, caller, at, [{ action: 'draw.published', entity: 'draw', entityId, regionCode, after }]);
      return ok({ ...(await this.find.show(tx, draw)), repeats: await this.find.repeats(tx, draw, at) });
    });
  }

  private async listOf({ tx, at }: Call, body: PublishDrawRequest): Promise<Result<DrawList, Refusal>> {
    const { regionCode, officersPerTarget } = body;
    const officers = await this.officersOf({ tx }, body);
    if (!officers.ok) return officers;
    const targets = await this.pool.targets(tx, regionCode, at);
    if (targets.length === 0) return refused(wrongField('regionCode', 'draw.no-targets'));
    if (targets.length > MOST_TARGETS) return refused(wrongField('regionCode', 'draw.too-many-targets', { most: MOST_TARGETS })); // prettier-ignore
    const weights = this.rules.book().value<Record<Stratum, number>>('inspection.stratum-weights', { regionCode }, at);
    const sizes = Object.fromEntries(
      STRATA.map((one) => [one, targets.filter(({ stratum }) => stratum === one).length]),
    ) as Record<Stratum, number>;
    const known = { officer: new Set(body.officerIds), target: new Set(targets.map(({ id }) => id)) };
    const exclusions = (body.exclusions ?? []).map((one) => ({ ...one, reason: one.reason.trim() }));
    if (exclusions.some(({ officerId, targetId }) => !known.officer.has(officerId) || !known.target.has(targetId)))
      return refused(wrongField('exclusions', 'draw.exclusion-unknown'));
    const list = inOrder({
      ...{ version: 1, name: body.name.trim(), regionCode, targets, officers: officers.value, exclusions },
      ...{
        weights,
        quotas: quotasFor(sizes, weights, body.count),
        officersPerTarget,
        crossTown: body.crossTown ?? false,
      },
    });
    const [unserved] = unservedTargets(list);
    return unserved
      ? refused(wrongField('officersPerTarget', 'draw.target-unserved', { name: unserved.name }))
      : ok(list);
  }

  private async officersOf(
    { tx }: Pick<Call, 'tx'>,
    { officerIds, regionCode }: PublishDrawRequest,
  ): Promise<Result<DrawOfficer[], Refusal>> {
    const people = await this.users.activeByIds(tx, officerIds);
    const fit = people.filter(
      (one) => hasRole(one, ...OFFICIALS) && isWithin(one.regionCode ?? '', regionCode.slice(0, 6)),
    );
    if (fit.length < officerIds.length) return refused(wrongField('officerIds', 'draw.officer-unfit'));
    return ok(fit.map(({ id, name, regionCode: home }) => ({ id, name, regionCode: home ?? '' })));
  }
}
