import { Injectable } from '@nestjs/common';
import {
  outlineBounds,
  readOutline,
  type OutlineFeature,
  type RegionOutline,
} from '../../../domain/regions/region-outline';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { RegionsReader } from '../regions.reader';
import type { LoadOutlinesRequest, OutlinesLoaded, RegionGround, RejectedOutline } from './outline.dto';
import { HomeCounty } from './home-county.reader';
import { OutlineStore, type KnownOutline } from './outline.store';

const COUNTY_DIGITS = 6;
const UNNAMED = '—';

/** What lies below maps that have no tiles: outlines of regions, as an operator loads them. */
@Injectable()
export class KeepOutlines {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outlines: OutlineStore,
    private readonly home: HomeCounty,
    private readonly regions: RegionsReader,
    private readonly journal: Journal,
  ) {}

  /** What the caller's maps begin with. */
  ownGround({ caller }: Request): Promise<RegionGround> {
    return this.uow.run(caller.scope, async (tx) => {
      const { scope } = caller;
      const code = scope.kind === 'region' ? scope.regionCode : await this.home.of(tx, caller);
      if (code === null) return groundOf('', await this.outlines.counties(tx));
      return groundOf(code, await this.outlines.around(tx, code));
    });
  }

  ground({ caller }: Request, code: string): Promise<Result<RegionGround, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const known = await this.outlines.around(tx, code);
      if (!known.some((one) => one.code === code)) return refused(notFound('region.not-found', { params: { code } }));
      return ok(groundOf(code, known));
    });
  }

  /** What is sound comes in; the rest is named, feature by feature. */
  load({ caller, at }: Request, { features, source }: LoadOutlinesRequest): Promise<Result<OutlinesLoaded, Refusal>> {
    return this.uow.attempt<OutlinesLoaded>(caller.scope, async (tx) => {
      const sound = new Map<string, RegionOutline>();
      const rejected: RejectedOutline[] = [];
      const read = features.map(readOutline);
      const known = await this.regions.namesOf(tx, read.flatMap((one) => (typeof one === 'string' ? [] : [one.code]))); // prettier-ignore
      for (const [index, outline] of read.entries()) {
        const fault = typeof outline === 'string' ? `outline.${outline}` : this.faultOf(caller.scope, outline, known, sound); // prettier-ignore
        if (fault !== null) rejected.push({ index, regionCode: codeOf(features[index]!), code: fault });
        else if (typeof outline !== 'string') sound.set(outline.code, outline);
      }
      if (sound.size === 0) return ok({ accepted: 0, rejected });
      await this.put(tx, [...sound.values()], { source: source?.trim() || UNNAMED, by: caller.userId, at });
      const entry = { action: 'region.outlines-loaded', entity: 'region', entityId: [...sound.keys()][0]! };
      const regionCode = caller.scope.kind === 'region' ? caller.scope.regionCode : [...sound.keys()][0]!;
      this.journal.record(tx, caller, at, [{ ...entry, regionCode, after: { codes: [...sound.keys()], source } }]);
      return ok({ accepted: sound.size, rejected });
    });
  }

  private faultOf(
    scope: Request['caller']['scope'],
    { code }: RegionOutline,
    known: ReadonlyMap<string, string>,
    sound: ReadonlyMap<string, RegionOutline>,
  ): string | null {
    if (!known.has(code)) return 'region.unknown';
    if (!reaches(scope, { regionCode: code, enterpriseId: null })) return 'outline.outside-region';
    return sound.has(code) ? 'outline.twice' : null;
  }

  private async put(tx: Tx, outlines: readonly RegionOutline[], loading: Parameters<OutlineStore['put']>[2]): Promise<void> {
    await this.outlines.put(tx, outlines, loading);
    for (const outline of outlines)
      if (outline.code.length === COUNTY_DIGITS) await this.outlines.putBounds(tx, outline.code, outlineBounds(outline));
  }
} // prettier-ignore

/** `code`: the region itself among those known; the others are its parts. */
function groundOf(code: string, known: readonly KnownOutline[]): RegionGround {
  const own = known.find((one) => one.code === code);
  return {
    ...{ code, name: own?.name ?? '', polygons: own?.polygons ?? [] },
    parts: known.filter((one) => one !== own).map(({ source: _, polygons, ...part }) => ({ ...part, polygons: polygons ?? [] })), // prettier-ignore
    source: known.find(({ source }) => source !== null)?.source ?? null,
  };
}

function codeOf({ properties }: OutlineFeature): string | null {
  const code = (properties as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' || typeof code === 'number' ? String(code).slice(0, 40) : null;
}
