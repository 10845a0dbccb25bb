import type { Arc, ChipObservation } from '../../domain/arcs/arc';
import type { Instant } from '../../kernel/time';
import type { BootKey } from './boot.store';
import type { Birth, ChipMessage } from './chip-message';
import type { NewStart } from './continue-starts';
import { ChipNews } from './chip-news';
import { boundAt, type ChipState, type KnownChip } from './known-chip';
import type { Placement } from './place-messages';
import type { ChipSignal, Fresh } from './take-in';

/** What the batch tells about each of its chips; the states in `chips` are brought up to date. */
export function tell(
  chips: ReadonlyMap<string, KnownChip>,
  messages: readonly ChipMessage[],
  fresh: readonly Fresh[],
  { samples, events }: Placement,
  starts: readonly NewStart[],
  ratingFactor: number,
): ChipNews[] {
  const births = messages.filter((message): message is Birth => message.type === 'birth');
  const latest = latestBoots(births, fresh);
  const begunBy = ({ state }: KnownChip): number | null =>
    bornAfterReset(state, births) ?? begunAfter(state.boot, latest.get(state.chipNo));
  const news = new Map([...chips].map(([chipNo, chip]) => [chipNo, new ChipNews(chip, begunBy(chip), ratingFactor)]));
  const of = (chipNo: string): ChipNews => news.get(chipNo)!;
  for (const { boot } of starts) of(boot.chipNo).startedAnew(boot);
  for (const message of messages) if (message.type === 'reply') of(message.chipNo).reply(message);
  for (const message of messages) of(message.chipNo).heard(message);
  for (const birth of births) of(birth.chipNo).birth(birth);
  for (const one of fresh) of(one.message.chipNo).message(one);
  for (const one of samples) if (!one.disputed) of(one.chipNo).sample(one);
  for (const one of events) if (!one.disputed) of(one.chipNo).event(one);
  return [...news.values()];
}

function latestBoots(births: readonly Birth[], fresh: readonly Fresh[]): Map<string, number> {
  const latest = new Map<string, number>();
  const seen = ({ chipNo, boot }: BootKey): void => void latest.set(chipNo, Math.max(latest.get(chipNo) ?? 0, boot));
  births.forEach(seen);
  for (const { boot, disputed } of fresh) if (!disputed) seen(boot);
  return latest;
}

const begunAfter = (known: number, latest = 0): number | null => (latest > known ? latest : null);

/** A reset chip says with its next birth where its counter stands: it may be lower than what the platform believed. */
function bornAfterReset({ chipNo, boot: known, anyBoot }: ChipState, births: readonly Birth[]): number | null {
  const born = anyBoot ? births.findLast((birth) => birth.chipNo === chipNo)?.boot : undefined;
  return born === undefined || born === known ? null : born;
}

export function lastSeenByChip(arcs: readonly Arc[]): Map<string, Instant> {
  const seen = new Map<string, Instant>();
  for (const { chipNo, lastSeenAt } of arcs) seen.set(chipNo, Math.max(seen.get(chipNo) ?? lastSeenAt, lastSeenAt));
  return seen;
}

export function observe(news: ChipNews, arcsSeen: ReadonlyMap<string, Instant>, at: Instant): ChipObservation {
  const { state, bindings } = news.chip;
  return {
    chipNo: state.chipNo,
    machineId: boundAt(bindings, at)?.machineId ?? null,
    boot: state.boot,
    at: news.relay?.at ?? news.latestAt ?? at,
    restarted: news.restarted,
    startedAnewAt: news.startedAnewAt,
    relayCode: news.relay?.code ?? null,
    relay: news.relay?.is ?? null,
    tamperOpened: news.tamperOpened,
    arcOn: state.arcOn,
    lastArcAt: arcsSeen.get(state.chipNo) ?? null,
    arcMsByJob: news.arcMsByJob,
    offlineUnlocks: news.offlineUnlocks,
  };
}

export const lastOfEach = <T extends { readonly chipNo: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.chipNo, one])).values(),
];

export function signalOf(
  chips: ReadonlyMap<string, KnownChip>,
  chipNo: string,
  reason: ChipSignal['reason'],
  at: Instant,
): ChipSignal {
  const { state, bindings } = chips.get(chipNo)!;
  const machineId = boundAt(bindings, at)?.machineId ?? null;
  return { chipNo, machineId, reason, at, boot: state.boot, seq: state.seq };
}
