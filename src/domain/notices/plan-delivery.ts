import { nextBegin, withinHours, type DayHours } from '../../kernel/day-hours';
import type { Instant } from '../../kernel/time';
import { CHANNELS, isMandatory, isUrgent, type Channel, type NoticeKind } from './notice-kinds';

export type Choices = Readonly<Partial<Record<NoticeKind, Readonly<Partial<Record<Channel, boolean>>>>>>;

/** How somebody wants to be told. */
export interface Wishes {
  readonly choices: Choices;
  readonly quiet: DayHours | null;
  /** What is not urgent comes once a day, in one message. */
  readonly digest: boolean;
}

export const NO_WISHES: Wishes = { choices: {}, quiet: null, digest: false };

/** The daily summary goes out at this time. */
const DIGEST: DayHours = { from: '08:00', to: '08:01' };

/** What is proposed to whoever has chosen nothing. Text messages and WeChat cost money and patience: only who asks for them. */
const PROPOSED: Readonly<Record<Channel, boolean>> = { inbox: true, mail: true, sms: false, wechat: false };

export interface Delivery {
  readonly channel: Channel;
  readonly sendAt: Instant;
  readonly digest: boolean;
}

/** Whether a channel brings this kind to somebody. */
export const isWanted = (kind: NoticeKind, channel: Channel, choices: Choices): boolean =>
  (channel === 'inbox' && isMandatory(kind)) || (choices[kind]?.[channel] ?? PROPOSED[channel]);

/** By which of the channels that reach a person a notice goes, and when. */
export function planDeliveries(
  kind: NoticeKind,
  wishes: Wishes,
  reachable: readonly Channel[],
  at: Instant,
): Delivery[] {
  return CHANNELS.filter((channel) => reachable.includes(channel) && isWanted(kind, channel, wishes.choices)).map(
    (channel) => ({ channel, ...timeOf(kind, channel, wishes, at) }),
  );
}

/** The inbox waits for its reader anyway. */
function timeOf(kind: NoticeKind, channel: Channel, { quiet, digest }: Wishes, at: Instant): Omit<Delivery, 'channel'> {
  if (channel === 'inbox' || isUrgent(kind)) return { sendAt: at, digest: false };
  if (digest && channel === 'mail') return { sendAt: nextBegin(DIGEST, at), digest: true };
  if (quiet && withinHours(quiet, at)) return { sendAt: endOf(quiet, at), digest: false };
  return { sendAt: at, digest: false };
}

const endOf = ({ to }: DayHours, at: Instant): Instant => nextBegin({ from: to, to }, at);
