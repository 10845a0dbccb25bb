import { Injectable } from '@nestjs/common';
import { DIMENSIONS, type InventoryKind } from '../../domain/inventory/inventory';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import { isoTime, shanghaiDate } from '../../kernel/time';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RegionsReader } from '../regions/regions.reader';
import { countsOf, countsOfEnterprise, type Count } from './counts.view';
import type { InventoryCounts, InventoryCountsQuery, RegionCounts } from './inventory.dto';
import { reachOf } from './reach';

/** The numbers of a region and of each of its parts; they add up. */
@Injectable()
export class ReadCounts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionsReader,
  ) {}

  async execute({ caller, at }: Request, { kind, regionCode }: InventoryCountsQuery): Promise<Result<InventoryCounts, Refusal>> {
    const reached = reachOf(caller, regionCode ?? null);
    if (!reached.ok) return reached;
    const { from: code, enterpriseId } = reached.value;
    const today = shanghaiDate(at);
    return this.uow.run(systemScope('inventory-counts'), async (tx) => {
      if (enterpriseId !== null) {
        const counts = await countsOfEnterprise(tx, kind, enterpriseId, today);
        return ok({ at: isoTime(at), kind, sum: gather(kind, '', '', counts), parts: [] });
      }
      const children = await this.regions.children(tx, code === '' ? null : code);
      const counts = await countsOf(tx, kind, [code, ...children.map((child) => child.code)], today);
      const name = (await this.regions.find(tx, code))?.name ?? '';
      const sum = gather(kind, code, name, counts);
      const parts = children.map((child) => gather(kind, child.code, child.name, counts));
      const rest = difference(sum, parts);
      return ok({ at: isoTime(at), kind, sum, parts: rest.total === 0 ? parts : [...parts, rest] });
    });
  } // prettier-ignore
}

function gather(kind: InventoryKind, code: string, name: string, counts: readonly Count[]): RegionCounts {
  const own = counts.filter((count) => count.code === code);
  const entries = Object.entries(DIMENSIONS[kind]).map(([dimension, values]) => [
    dimension,
    Object.fromEntries(
      (values as readonly string[]).map((value) => [
        value,
        own.find((count) => count.dimension === dimension && count.value === value)?.n ?? 0,
      ]),
    ),
  ]);
  return withTotal(code, name, Object.fromEntries(entries) as RegionCounts['counts']);
}

/** What is registered at the region itself, at none of its parts. */
function difference(sum: RegionCounts, parts: readonly RegionCounts[]): RegionCounts {
  const counts = Object.fromEntries(
    Object.entries(sum.counts).map(([dimension, values]) => [
      dimension,
      Object.fromEntries(
        Object.entries(values).map(([value, n]) => [
          value,
          n - parts.reduce((all, part) => all + (part.counts[dimension]?.[value] ?? 0), 0),
        ]),
      ),
    ]),
  );
  return withTotal(sum.code, sum.name, counts);
}

/** What is scrapped has left the register. */
function withTotal(code: string, name: string, counts: RegionCounts['counts']): RegionCounts {
  const living = Object.entries(counts['status'] ?? {}).filter(([status]) => status !== 'scrapped');
  return { code, name, total: living.reduce((all, [, n]) => all + n, 0), counts };
}
