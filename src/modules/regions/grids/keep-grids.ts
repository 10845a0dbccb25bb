import { Injectable } from '@nestjs/common';
import { isVillage, nextGridCode } from '../../../domain/regions/grid';
import type { Ring } from '../../../domain/sites/site-area';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { givenFields } from '../../../platform/http/given-fields';
import { versionStale } from '../../../platform/http/version';
import { RegionsReader } from '../regions.reader';
import { FindGrids } from './find-grids';
import { ringFrom } from './grid-outline';
import type { ChangeGridRequest, GridOutline, GridView, MakeGridRequest } from './grid.dto';
import { GridStore, type Grid } from './grid.store';

/** Grids are drawn, changed and closed by the authority of the region. */
@Injectable()
export class KeepGrids {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grids: GridStore,
    private readonly regions: RegionsReader,
    private readonly find: FindGrids,
    private readonly journal: Journal,
  ) {}

  make(request: Request, body: MakeGridRequest): Promise<Result<GridView, Refusal>> {
    const { caller, at } = request;
    const { regionCode } = body;
    return this.uow.attempt(caller.scope, async (tx) => {
      const call = { ...request, tx };
      if (!isVillage(regionCode) || !(await this.regions.exists(tx, regionCode)))
        return refused(wrongField('regionCode', 'region.unknown'));
      if (!reaches(caller.scope, { regionCode, enterpriseId: null })) return refused(forbidden('grid.outside-region'));
      const name = body.name.trim();
      if (await this.grids.nameTaken(tx, regionCode, name)) return refused(wrongField('name', 'grid.name-taken'));
      const outline = await this.outlineOf(call, regionCode, body.outline);
      if (!outline.ok) return outline;
      const code = nextGridCode(regionCode, await this.grids.lastCodeOf(tx, regionCode));
      if (code === null) return refused(conflict('grid.village-full'));
      const duties = body.duties?.trim() ?? '';
      const grid: Grid = {
        ...{ code, regionCode, name, duties, outline: outline.value ?? null },
        ...{ madeBy: caller.userId, madeAt: at, closedBy: null, closedAt: null, version: 1 },
      };
      if (!(await this.grids.insert(tx, grid))) return refused(conflict('grid.made-meanwhile'));
      this.record(call, 'grid.made', grid, { after: { name, duties, outline: grid.outline } });
      return this.find.show(tx, code, shanghaiDate(at));
    });
  }

  change(request: Request, code: string, version: number | null, body: ChangeGridRequest): Promise<Result<GridView, Refusal>> {
    return this.uow.attempt(request.caller.scope, async (tx) => {
      const call = { ...request, tx };
      const grid = await this.open(call, code, version);
      if (!grid.ok) return grid;
      const { regionCode, name: before } = grid.value;
      const outline = await this.outlineOf(call, regionCode, body.outline);
      if (!outline.ok) return outline;
      const name = body.name?.trim();
      if (name !== undefined && name !== before && (await this.grids.nameTaken(tx, regionCode, name)))
        return refused(wrongField('name', 'grid.name-taken'));
      const changes = givenFields({ name, duties: body.duties?.trim(), outline: outline.value });
      await this.grids.change(tx, grid.value, changes);
      const { duties, outline: line } = grid.value;
      this.record(call, 'grid.changed', grid.value, { before: { name: before, duties, outline: line }, after: changes });
      return this.find.show(tx, code, shanghaiDate(call.at));
    });
  } // prettier-ignore

  /** Its people are released first: nobody serves in a grid that is no more. */
  close(request: Request, code: string, version: number | null): Promise<Result<GridView, Refusal>> {
    return this.uow.attempt(request.caller.scope, async (tx) => {
      const call = { ...request, tx };
      const grid = await this.open(call, code, version);
      if (!grid.ok) return grid;
      const today = shanghaiDate(call.at);
      const staffed = (await this.grids.postsOf(tx, code)).some(({ untilOn }) => untilOn === null || untilOn > today);
      if (staffed) return refused(conflict('grid.still-staffed'));
      await this.grids.close(tx, grid.value, call.caller.userId, call.at);
      this.record(call, 'grid.closed', grid.value, {});
      return this.find.show(tx, code, today);
    });
  }

  private async open({ tx, caller }: Call, code: string, version: number | null): Promise<Result<Grid, Refusal>> {
    const grid = await this.grids.lock(tx, code);
    if (!grid || !reaches(caller.scope, { regionCode: grid.regionCode, enterpriseId: null }))
      return refused(notFound('grid.not-found'));
    if (grid.closedAt !== null) return refused(conflict('grid.closed'));
    return version === null || version === grid.version ? ok(grid) : refused(versionStale(grid.version));
  }

  /** Undefined: not spoken of; null: taken away. */
  private async outlineOf(
    { tx }: Call,
    regionCode: string,
    outline: GridOutline | null | undefined,
  ): Promise<Result<Ring | null | undefined, Refusal>> {
    if (outline === undefined || outline === null) return ok(outline);
    return ringFrom(outline, await this.regions.boundsOf(tx, regionCode));
  }

  private record({ tx, caller, at }: Call, action: string, { code, regionCode }: Grid, change: { before?: unknown; after?: unknown }): void {
    this.journal.record(tx, caller, at, [{ action, entity: 'grid', entityId: code, regionCode, ...change }]);
  } // prettier-ignore
}
