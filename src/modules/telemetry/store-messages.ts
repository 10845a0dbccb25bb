import { Injectable } from '@nestjs/common';
import type { Arc, ChipObservation, DatedBoot } from '../../domain/arcs/arc';
import { ratingFactor } from '../../domain/jobs/chip-limits';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { toArc, type StoredArc } from './stored-arc';
import { ArcStore } from './arc.store';
import { believeBoots } from './believe-boots';
import { boundBoots, knownBefore, movedBoots } from './bound-boots';
import type { ChipMessage, Reply } from './chip-message';
import { ChipNews } from './chip-news';
import { BootStore, type BootKey } from './boot.store';
import { continueStarts, endsOf } from './continue-starts';
import { ChipStore } from './chip.store';
import { DayPartitions } from './day-partitions';
import { FoldArcs, type FoldedArcs } from './fold-arcs';
import type { KnownBoot, KnownChip } from './known-chip';
import { evidenceIn, type OutletEvidence } from './outlet-evidence';
import { Quarantine } from './quarantine';
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
import { lastOfEach, lastSeenByChip, observe, signalOf, tell } from './tell-news';
import { TelemetryStore } from './telemetry.store';

export type RangesOfBoot = BootKey & { readonly ranges: SequenceRanges };

/** The result of a batch. The caller goes on with it in the same transaction, and with the last three after its commit. */
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
    private readonly quarantine: Quarantine,
    private readonly partitions: DayPartitions,
    private readonly foldArcs: FoldArcs,
    private readonly arcs: ArcStore,
    private readonly rules: RulesReader,
  ) {}

  /** Fails with `PartitionsMissing` where a day has no tables yet: roll back, create them, and call again. */
  async execute(tx: Tx, taken: readonly ChipMessage[], at: Instant): Promise<StoredMessages> {
    const states = await this.chips.lockStates(tx, new Set(taken.map(({ chipNo }) => chipNo)));
    const { messages: believed, jumped } = believeBoots(taken, states);
    const chips = await this.chips.withBoots(tx, states, bootsOf(believed), at);
    const { messages, starts } = continueStarts(chips, believed);
    const before = knownBefore(chips);
    refineClocks(chips, messages);
    boundBoots(chips);
    const named = messages.flatMap((message) => numbered(message) ?? []);
    const fresh = takeIn(chips, named, await this.telemetry.digests(tx, repeated(chips, named)));
    const placement = placeMessages(fresh);
    this.insert(tx, fresh, placement);
    const notUnderstood = await this.quarantine.take(tx, [...newIn(messages, fresh), ...jumped], at);
    const news = tell(chips, messages, fresh, placement, starts, ratingFactor(this.rules.book(), at));
    const said = [...evidenceIn(placement.samples, placement.events), ...endsOf(starts)];
    const folded = await this.fold(tx, chips, said, news, at);
    this.chips.saveStates(
      tx,
      news.map(({ chip }) => chip.state),
    );
    this.boots.save(
      tx,
      [...chips.values()].flatMap(({ boots }) => [...boots.values()]),
    );
    const arcsSeen = lastSeenByChip(folded.toJudge);
    const moved = await this.moveBoots(tx, movedBoots(before), news);
    const changed = latestOf(folded.toJudge, moved.map(toArc));
    return {
      arcs: [...changed, ...(await this.explainedByCodes(tx, news, changed))],
      observations: news.map((one) => observe(one, arcsSeen, at)),
      signals: [
        ...news.flatMap(({ signals }) => signals),
        ...notUnderstood.map((one) => signalOf(chips, one.chipNo, 'unreadable', one.at)),
        ...lastOfEach(jumped).map((one) => signalOf(chips, one.chipNo, 'boot-jump', one.receivedAt)),
      ],
      replies: messages.filter((message): message is Reply => message.type === 'reply'),
      births: news.filter(({ born }) => born).map(({ chip }) => chip.state.chipNo),
      ...rangesOf(chips, named),
    };
  }

  /** Boots whose bounds are new: their arcs are laid anew, and codes that seemed late get another look. */
  private async moveBoots(tx: Tx, boots: readonly KnownBoot[], news: readonly ChipNews[]): Promise<StoredArc[]> {
    for (const { chipNo, boot, code } of await this.telemetry.typedCodes(tx, boots)) {
      const known = boots.find((one) => one.chipNo === chipNo && one.boot === boot);
      if (known) news.find(({ chip }) => chip.state.chipNo === chipNo)?.typedBefore(known, code);
    }
    return this.arcs.moveIntoBounds(tx, boots);
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

  private insert(tx: Tx, fresh: readonly Fresh[], { samples, events }: Placement): void {
    const numberedFresh = fresh.map(({ message }) => message);
    this.partitions.demand(timesOf(numberedFresh, { samples, events }));
    this.telemetry.insertSamples(tx, samples);
    this.telemetry.insertEvents(tx, events);
    this.telemetry.insertDigests(tx, numberedFresh);
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
    said: readonly OutletEvidence[],
    news: readonly ChipNews[],
    at: Instant,
  ): Promise<FoldedArcs> {
    const restarted = news.filter((one) => one.restarted).map(({ chip }) => chip.state);
    const folded = await this.foldArcs.execute(tx, chips, said, restarted, at);
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

/** Messages that are not repeated ones: nothing of them was kept before. */
const newIn = (messages: readonly ChipMessage[], fresh: readonly Fresh[]): ChipMessage[] => [
  ...messages.filter((message) => numbered(message) === null),
  ...fresh.map(({ message }) => message),
];

function* timesOf(messages: readonly Numbered[], { samples, events }: Placement): Generator<Instant> {
  for (const { receivedAt } of messages) yield receivedAt;
  for (const { at } of samples) yield at;
  for (const { at } of events) yield at;
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
