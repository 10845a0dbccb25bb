import { Injectable } from '@nestjs/common';
import type { Arc } from '../../domain/arcs/arc';
import type { ArcEvidence, ArcShape } from '../../domain/arcs/arc-evidence';
import { clockAgrees } from '../../domain/arcs/boot-bounds';
import { cutBefore, isNext, reachOf, redoing } from '../../domain/arcs/arc-window';
import { buildArcs } from '../../domain/arcs/build-arcs';
import { matchArcs } from '../../domain/arcs/match-arcs';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { toArc, type StoredArc } from './stored-arc';
import { ArcStore, type PointOfBoot } from './arc.store';
import type { BootKey } from './boot.store';
import { byBoot, distinct, keyOf } from './by-boot';
import { boundAt, type KnownBoot, type KnownChip } from './known-chip';
import type { OutletEvidence, SaidOfOutlet } from './outlet-evidence';

/** What was said of the arcs of one boot, and what the boot is. */
interface BootNews {
  readonly chip: KnownChip;
  readonly boot: KnownBoot;
  readonly said: SaidOfOutlet[];
}

export interface FoldedArcs {
  /** Arcs that are new, grew, ended or turned out otherwise; an absorbed one with what it was absorbed into. */
  readonly toJudge: readonly Arc[];
  /** Boots of which something was said, with whether an arc of theirs burns now. */
  readonly burning: ReadonlyMap<KnownBoot, boolean>;
}

interface Changes {
  readonly saved: StoredArc[];
  readonly merged: { readonly arc: StoredArc; readonly into: StoredArc }[];
}

/** Continues the stored arcs with new evidence; what came late is folded in from before it, from the stored evidence. */
@Injectable()
export class FoldArcs {
  constructor(
    private readonly arcs: ArcStore,
    private readonly ids: Ids,
  ) {}

  /** To be called once the evidence is stored. `restarted` are the boots that are known to be the latest of their chips now. */
  async execute(
    tx: Tx,
    chips: ReadonlyMap<string, KnownChip>,
    evidence: readonly OutletEvidence[],
    restarted: readonly BootKey[],
    at: Instant,
  ): Promise<FoldedArcs> {
    const news = newsOf(chips, evidence);
    const late = news.filter(isLate);
    const next = news.filter((one) => !isLate(one));
    const changes: Changes = { saved: [], merged: [] };
    const burning = new Map<KnownBoot, boolean>();
    await this.goOn(tx, next, changes, burning, at);
    await this.redo(tx, late, changes, burning, at);
    for (const { boot, said } of news) boot.lastUp = Math.max(boot.lastUp, ...said.map((one) => one.evidence.up));
    this.arcs.merge(
      tx,
      changes.merged.map(({ arc, into }) => ({ id: arc.id, into: into.id })),
    );
    this.arcs.save(tx, changes.saved);
    const outdated = late.filter(({ chip, boot }) => boot.boot < chip.state.boot).map(({ chip }) => chip.state);
    const ended = await this.arcs.endEarlierBoots(tx, distinct([...restarted, ...outdated]));
    const endedIds = new Set(ended.map(({ id }) => id));
    const still = changes.saved.filter(({ id }) => !endedIds.has(id));
    const absorbed = changes.merged.map(({ arc, into }) => ({ ...toArc(into), id: arc.id }));
    return { toJudge: [...[...still, ...ended].map(toArc), ...absorbed], burning };
  }

  private async goOn(
    tx: Tx,
    news: readonly BootNews[],
    changes: Changes,
    burning: Map<KnownBoot, boolean>,
    at: Instant,
  ): Promise<void> {
    const points = news.map(({ boot, said }) => pointOf(boot, reachOf(said.map((one) => one.evidence))));
    const stored = byBoot(await this.arcs.since(tx, points));
    for (const one of news) {
      const known = stored.get(keyOf(one.boot)) ?? [];
      let burns = false;
      for (const outlet of outletsOf(known, one.said)) {
        const before = ofOutlet(known, outlet);
        const shapes = buildArcs(before, evidenceOf(one.said, outlet));
        shapes.forEach((shape, i) => {
          const old = before[i] ?? null;
          if (shape !== old) changes.saved.push(this.toStored(one, outlet, shape, old, at));
        });
        burns ||= shapes.at(-1)?.ended === false;
      }
      burning.set(one.boot, burns);
    }
  }

  private async redo(
    tx: Tx,
    news: readonly BootNews[],
    changes: Changes,
    burning: Map<KnownBoot, boolean>,
    at: Instant,
  ): Promise<void> {
    if (news.length === 0) return;
    const cuts = news.map(({ boot, said }) => pointOf(boot, cutBefore(said.map((one) => one.evidence))));
    const stored = byBoot(await this.arcs.around(tx, cuts));
    const from = cuts.map((cut) => ({ ...cut, up: earliest(stored.get(keyOf(cut)) ?? [], cut.up) }));
    const evidence = byBoot(await this.arcs.evidence(tx, from));
    news.forEach((one, i) => {
      const known = stored.get(keyOf(one.boot)) ?? [];
      const said = evidence.get(keyOf(one.boot)) ?? [];
      let burns = false;
      for (const outlet of outletsOf(known, said)) {
        const { settled, redone, from: start } = redoing(ofOutlet(known, outlet), cuts[i]!.up);
        const since = evidenceOf(said, outlet).filter(({ up }) => up >= start);
        const shapes = buildArcs(settled, since).slice(settled.length);
        this.match(one, outlet, shapes, redone, changes, at);
        burns ||= shapes.at(-1)?.ended === false;
      }
      burning.set(one.boot, burns);
    });
  }

  private match(
    one: BootNews,
    outlet: number,
    shapes: readonly ArcShape[],
    redone: readonly StoredArc[],
    changes: Changes,
    at: Instant,
  ): void {
    const { kept, merged } = matchArcs(shapes, redone);
    const now = new Map(
      kept.map(({ shape, stored }) => [shape, this.toStored(one, outlet, shape, stored, at)] as const),
    );
    for (const { shape, stored } of kept) if (!stored || !isSame(shape, stored)) changes.saved.push(now.get(shape)!);
    for (const { stored, into } of merged) changes.merged.push({ arc: stored, into: now.get(into)! });
  }

  /** An arc belongs to the machine its chip sat on when it began. */
  private toStored(
    { chip, boot }: BootNews,
    outlet: number,
    shape: ArcShape,
    old: StoredArc | null,
    at: Instant,
  ): StoredArc {
    const { startedAt, lastSeenAt, earliestAt } = timesOf(shape, boot);
    const binding = boundAt(chip.bindings, startedAt);
    return {
      id: old?.id ?? this.ids.next(at),
      chipNo: boot.chipNo,
      machineId: binding?.machineId ?? null,
      boot: boot.boot,
      outlet,
      startUp: shape.startUp,
      lastUp: shape.lastUp,
      ended: shape.ended,
      startedAt,
      lastSeenAt,
      earliestAt,
      arcMs: shape.arcMs,
      peakA: shape.peakA,
      jobId: shape.jobId,
      sampleMs: shape.sampleMs,
      fromEvents: shape.fromEvents,
      regionCode: binding?.regionCode ?? '',
      enterpriseId: binding?.enterpriseId ?? null,
    };
  }
}

/** Evidence that was stored before its boot's time was known still bears other times, so what is known of the boot decides. */
export function timesOf(shape: ArcShape, boot: KnownBoot): Pick<StoredArc, 'startedAt' | 'lastSeenAt' | 'earliestAt'> {
  const { bounds, clock } = boot;
  const { startUp, lastUp, startedAt, lastSeenAt } = shape;
  if (bounds) {
    const { earliest, latest } = bounds;
    return { startedAt: latest + startUp, lastSeenAt: latest + lastUp, earliestAt: earliest + startUp };
  }
  if (!clock?.born || clockAgrees(boot)) return { startedAt, lastSeenAt, earliestAt: null };
  return { startedAt: clock.epoch + startUp, lastSeenAt: clock.epoch + lastUp, earliestAt: null };
}

/** An earlier boot was closed when the next one began, so that its arcs no longer show what they were closed by. */
const isLate = ({ chip, boot, said }: BootNews): boolean =>
  boot.boot < chip.state.boot ||
  !isNext(
    said.map((one) => one.evidence),
    boot.lastUp,
  );

function newsOf(chips: ReadonlyMap<string, KnownChip>, evidence: readonly OutletEvidence[]): BootNews[] {
  const news = new Map<KnownBoot, BootNews>();
  for (const one of evidence) {
    const chip = chips.get(one.chipNo)!;
    const boot = chip.boots.get(one.boot)!;
    const known = news.get(boot);
    if (known) known.said.push(one);
    else news.set(boot, { chip, boot, said: [one] });
  }
  return [...news.values()];
}

/** Of all outlets of a boot the earliest point from which evidence is needed. */
const earliest = (arcs: readonly StoredArc[], cut: number): number =>
  Math.min(cut, ...[...outletsOf(arcs, [])].map((outlet) => redoing(ofOutlet(arcs, outlet), cut).from));

const ofOutlet = (arcs: readonly StoredArc[], outlet: number): StoredArc[] =>
  arcs.filter((arc) => arc.outlet === outlet);

const pointOf = ({ chipNo, boot }: BootKey, up: number): PointOfBoot => ({ chipNo, boot, up });

const outletsOf = (arcs: readonly StoredArc[], said: readonly SaidOfOutlet[]): Set<number> =>
  new Set([...arcs, ...said].flatMap(({ outlet }) => outlet ?? []));

const evidenceOf = (said: readonly SaidOfOutlet[], outlet: number): ArcEvidence[] =>
  said.filter((one) => one.outlet === null || one.outlet === outlet).map(({ evidence }) => evidence);

const SHAPE = [
  'startUp', 'lastUp', 'ended', 'startedAt', 'lastSeenAt', 'arcMs', 'jobId', 'sampleMs', 'fromEvents',
] as const; // prettier-ignore

/** The stored peak is a `real`: it differs from the number it came from in digits that nobody measured. */
const isSame = (shape: ArcShape, stored: StoredArc): boolean =>
  SHAPE.every((part) => shape[part] === stored[part]) && Math.fround(shape.peakA) === Math.fround(stored.peakA);
