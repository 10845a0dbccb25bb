import { Injectable } from '@nestjs/common';
import type { Arc, ChipObservation, DatedBoot } from '../../domain/arcs/arc';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { ArcStore, toArc } from './arc.store';
import { boundBoots, boundsBefore, movedBoots } from './bound-boots';
import type { Birth, ChipMessage, Reply, Unreadable } from './chip-message';
import { ChipNews } from './chip-news';
import { BootStore, type BootKey } from './boot.store';
import { ChipStore } from './chip.store';
import { DayPartitions } from './day-partitions';
import { FoldArcs, type FoldedArcs } from './fold-arcs';
import { boundAt, type KnownBoot, type KnownChip } from './known-chip';
import { evidenceIn } from './outlet-evidence';
import { placeMessages, type Placement } from './place-messages';
import { gapsIn, touchedRanges, type SequenceRanges } from './sequence-ranges';
import {
  bootOf,
  numbered,
  refineClocks,
  repeated,
  takeIn,
  type ChipSignal,
  type Fresh,
  type Numbered,
} from './take-in';
import { TelemetryStore } from './telemetry.store';

export type RangesOfBoot = BootKey & { readonly ranges: SequenceRanges };

/** What a batch came to; whoever called goes on with it in the same transaction, and with the last three after its commit. */
export interface StoredMessages {
  readonly arcs: readonly Arc[];
  readonly observations: readonly ChipObservation[];
  readonly signals: readonly ChipSignal[];
  readonly replies: readonly Reply[];
  /** Chips that told of their start or their return. */
  readonly births: readonly string[];
  readonly acks: readonly RangesOfBoot[];
  /** What is missing in the boots of this batch; empty where nothing is. */
  readonly gaps: readonly RangesOfBoot[];
}

/** More are not told of at once: the first ones have to be closed before. */
const MOST_GAPS = 100;

/** Stores a batch of chip messages, whatever their order, however often they come. Runs in the caller's transaction. */
@Injectable()
export class StoreMessages {
  constructor(
    private readonly chips: ChipStore,
    private readonly boots: BootStore,
    private readonly telemetry: TelemetryStore,
    private readonly partitions: DayPartitions,
    private readonly foldArcs: FoldArcs,
    private readonly arcs: ArcStore,
  ) {}

  /** Fails with `PartitionsMissing` where a day has no tables yet: roll back, create them, and call again. */
  async execute(tx: Tx, messages: readonly ChipMessage[], at: Instant): Promise<StoredMessages> {
    const chips = await this.chips.lock(tx, new Set(messages.map(({ chipNo }) => chipNo)), bootsOf(messages), at);
    const before = boundsBefore(chips);
    refineClocks(chips, messages);
    boundBoots(chips);
    const named = messages.flatMap((message) => numbered(message) ?? []);
    const fresh = takeIn(chips, named, await this.telemetry.digests(tx, repeated(chips, named)));
    const placement = placeMessages(fresh);
    await this.insert(tx, messages, fresh, placement);
    const news = tell(chips, messages, fresh, placement);
    const folded = await this.fold(tx, chips, placement, news, at);
    await this.chips.saveStates(
      tx,
      news.map(({ chip }) => chip.state),
    );
    await this.boots.save(
      tx,
      [...chips.values()].flatMap(({ boots }) => [...boots.values()]),
    );
    const arcsSeen = lastSeenByChip(folded.toJudge);
    const moved = await this.arcs.moveIntoBounds(tx, movedBoots(before));
    const changed = latestOf(folded.toJudge, moved.map(toArc));
    return {
      arcs: [...changed, ...(await this.explainedByCodes(tx, news, changed))],
      observations: news.map((one) => observe(one, arcsSeen, at)),
      signals: news.flatMap(({ signals }) => signals),
      replies: messages.filter((message): message is Reply => message.type === 'reply'),
      births: news.filter(({ born }) => born).map(({ chip }) => chip.state.chipNo),
      ...rangesOf(chips, named),
    };
  }

  /** What one-time codes told of when boots began; returns the arcs that have moved by it, to be judged anew. */
  async narrow(tx: Tx, dated: readonly DatedBoot[], at: Instant): Promise<Arc[]> {
    if (dated.length === 0) return [];
    await this.boots.narrow(tx, dated);
    const chips = await this.chips.lock(tx, new Set(dated.map(({ chipNo }) => chipNo)), dated, at);
    boundBoots(chips);
    const unknown = [...chips.values()].flatMap(({ boots }) => [...boots.values()].filter(({ bounds }) => bounds));
    return (await this.arcs.moveIntoBounds(tx, unknown)).map(toArc);
  }

  private async insert(
    tx: Tx,
    messages: readonly ChipMessage[],
    fresh: readonly Fresh[],
    { samples, events }: Placement,
  ): Promise<void> {
    const numberedFresh = fresh.map(({ message }) => message);
    this.partitions.demand(timesOf(numberedFresh, { samples, events }));
    await this.telemetry.insertSamples(tx, samples);
    await this.telemetry.insertEvents(tx, events);
    await this.telemetry.insertDigests(tx, numberedFresh);
    await this.telemetry.insertQuarantine(tx, [
      ...messages.filter((one): one is Unreadable => one.type === 'unreadable' && one.name === null),
      ...numberedFresh.filter((one) => one.type === 'unreadable'),
    ]);
  }

  /** Arcs that were told of before the one-time code they burned under: judged anew, once its job is known. */
  private async explainedByCodes(tx: Tx, news: readonly ChipNews[], judgedAnyway: readonly Arc[]): Promise<Arc[]> {
    const moments = news.flatMap(({ chip, offlineUnlocks }) =>
      offlineUnlocks.map(({ at }) => ({ chipNo: chip.state.chipNo, at })),
    );
    const known = new Set(judgedAnyway.map(({ id }) => id));
    return (await this.arcs.afterMoments(tx, moments)).filter(({ id }) => !known.has(id)).map(toArc);
  }

  private async fold(
    tx: Tx,
    chips: ReadonlyMap<string, KnownChip>,
    { samples, events }: Placement,
    news: readonly ChipNews[],
    at: Instant,
  ): Promise<FoldedArcs> {
    const restarted = news.filter((one) => one.restarted).map(({ chip }) => chip.state);
    const folded = await this.foldArcs.execute(tx, chips, evidenceIn(samples, events), restarted, at);
    for (const [boot, burns] of folded.burning) {
      const { state } = chips.get(boot.chipNo)!;
      if (boot.boot === state.boot) state.arcOn = burns;
    }
    return folded;
  }
}

/** The same arcs, as they are by whatever was found out last. */
export const latestOf = (first: readonly Arc[], ...later: readonly (readonly Arc[])[]): Arc[] => [
  ...new Map([...first, ...later.flat()].map((arc) => [arc.id, arc])).values(),
];

function bootsOf(messages: readonly ChipMessage[]): BootKey[] {
  return messages.flatMap((message) => {
    const boot = bootOf(message);
    return boot === null ? [] : [{ chipNo: message.chipNo, boot }];
  });
}

function* timesOf(messages: readonly Numbered[], { samples, events }: Placement): Generator<Instant> {
  for (const { receivedAt } of messages) yield receivedAt;
  for (const { at } of samples) yield at;
  for (const { at } of events) yield at;
}

/** What the batch tells about each of its chips; the states in `chips` are brought up to date. */
function tell(
  chips: ReadonlyMap<string, KnownChip>,
  messages: readonly ChipMessage[],
  fresh: readonly Fresh[],
  { samples, events }: Placement,
): ChipNews[] {
  const births = messages.filter((message): message is Birth => message.type === 'birth');
  const latest = latestBoots(births, fresh);
  const news = new Map([...chips].map(([chipNo, chip]) => [chipNo, new ChipNews(chip, latest.get(chipNo) ?? 0)]));
  for (const message of messages) news.get(message.chipNo)?.heard(message);
  for (const birth of births) news.get(birth.chipNo)?.birth(birth);
  for (const one of fresh) news.get(one.message.chipNo)?.message(one);
  for (const one of samples) if (!one.disputed) news.get(one.chipNo)?.sample(one);
  for (const one of events) if (!one.disputed) news.get(one.chipNo)?.event(one);
  return [...news.values()];
}

function latestBoots(births: readonly Birth[], fresh: readonly Fresh[]): Map<string, number> {
  const latest = new Map<string, number>();
  const seen = ({ chipNo, boot }: BootKey): void => void latest.set(chipNo, Math.max(latest.get(chipNo) ?? 0, boot));
  births.forEach(seen);
  for (const { boot, disputed } of fresh) if (!disputed) seen(boot);
  return latest;
}

function lastSeenByChip(arcs: readonly Arc[]): Map<string, Instant> {
  const seen = new Map<string, Instant>();
  for (const { chipNo, lastSeenAt } of arcs) seen.set(chipNo, Math.max(seen.get(chipNo) ?? lastSeenAt, lastSeenAt));
  return seen;
}

function observe(news: ChipNews, arcsSeen: ReadonlyMap<string, Instant>, at: Instant): ChipObservation {
  const { state, bindings } = news.chip;
  return {
    chipNo: state.chipNo,
    machineId: boundAt(bindings, at)?.machineId ?? null,
    boot: state.boot,
    at: news.relay?.at ?? news.latestAt ?? at,
    restarted: news.restarted,
    relay: news.relay?.is ?? null,
    tamperOpened: news.tamperOpened,
    arcOn: state.arcOn,
    lastArcAt: arcsSeen.get(state.chipNo) ?? null,
    arcMsByJob: news.arcMsByJob,
    offlineUnlocks: news.offlineUnlocks,
  };
}

function rangesOf(
  chips: ReadonlyMap<string, KnownChip>,
  messages: readonly Numbered[],
): Pick<StoredMessages, 'acks' | 'gaps'> {
  const received = new Map<KnownBoot, Set<number>>();
  for (const { chipNo, boot: bootNo, seq } of messages) {
    const boot = chips.get(chipNo)!.boots.get(bootNo)!;
    const seqs = received.get(boot);
    if (seqs) seqs.add(seq);
    else received.set(boot, new Set([seq]));
  }
  const key = ({ chipNo, boot }: KnownBoot): BootKey => ({ chipNo, boot });
  return {
    acks: [...received].map(([boot, seqs]) => ({ ...key(boot), ranges: touchedRanges(boot.stored, seqs) })),
    gaps: [...received.keys()].map((boot) => ({ ...key(boot), ranges: gapsIn(boot.stored).slice(0, MOST_GAPS) })),
  };
}
