import { LifeCycle } from '../../kernel/life-cycle';
import { DAY, type Instant } from '../../kernel/time';

/** 注销与删除个人信息: somebody asks that the platform forgets them (个人信息保护法第四十七条). */
export const ERASURE_STATES = ['asked', 'approved', 'refused', 'withdrawn', 'done'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

export const ERASURE_COMMANDS = ['approve', 'refuse', 'withdraw'] as const;
export type ErasureCommand = (typeof ERASURE_COMMANDS)[number];

/** What stands against it now. Each goes away once somebody has settled it. */
export const ERASURE_OBSTACLES = [
  'open-case', 'open-job', 'open-permit', 'suspended', 'owns-machine', 'holds-seat', 'is-official',
] as const; // prettier-ignore
export type ErasureObstacle = (typeof ERASURE_OBSTACLES)[number];

/** How many of each are open. */
export type ErasureFacts = Readonly<Record<ErasureObstacle, number>> & {
  /** When the person last worked or signed under a permit; null: never. */
  readonly lastWorkAt: Instant | null;
};

export interface ErasureStanding {
  readonly obstacles: readonly ErasureObstacle[];
  /** Until then the law has the records of permits kept with their names; null: no longer. */
  readonly keptUntil: Instant | null;
}

/** `keepDays` is rule `erasure.keep-after-work-days`. */
export function erasureStanding(facts: ErasureFacts, keepDays: number, at: Instant): ErasureStanding {
  const until = facts.lastWorkAt === null ? null : facts.lastWorkAt + keepDays * DAY;
  return {
    obstacles: ERASURE_OBSTACLES.filter((one) => facts[one] > 0),
    keptUntil: until !== null && until > at ? until : null,
  };
}

export interface ErasureSnapshot extends ErasureStanding {
  readonly state: ErasureState;
  readonly byOfficial: boolean;
  /** The caller asked for it, or is the person it is about. */
  readonly byAsker: boolean;
}

export type ErasureReason = 'erasure.official-only' | 'erasure.own-request' | 'erasure.obstacles' | 'erasure.not-yours';

type Guard = (snapshot: ErasureSnapshot) => readonly ErasureReason[];
const official: Guard = ({ byOfficial }) => (byOfficial ? [] : ['erasure.official-only']);
/** Whoever wrote a request down for somebody does not decide on it as well. */
const another: Guard = ({ byAsker }) => (byAsker ? ['erasure.own-request'] : []);
const clear: Guard = ({ obstacles }) => (obstacles.length === 0 ? [] : ['erasure.obstacles']);
const asker: Guard = ({ byAsker }) => (byAsker ? [] : ['erasure.not-yours']);

/** What the law has kept for a while is no obstacle: an approved request waits for that day, and nothing is used meanwhile. */
export const erasureLifeCycle = new LifeCycle<ErasureState, ErasureCommand, ErasureSnapshot, ErasureReason>({
  approve: { from: ['asked'], to: 'approved', when: (s) => [...official(s), ...another(s), ...clear(s)] },
  refuse: { from: ['asked'], to: 'refused', when: (s) => [...official(s), ...another(s)] },
  withdraw: { from: ['asked'], to: 'withdrawn', when: asker },
});

/** An approved request is carried out once nothing stands against it any more; a new case may have come meanwhile. */
export const mayErase = ({ obstacles, keptUntil }: ErasureStanding): boolean =>
  obstacles.length === 0 && keptUntil === null;

/** What stands in the place of a name. It tells records of one person apart from others, and leads nowhere. */
export const pseudonymOf = (requestId: string): string => `已注销人员${requestId.slice(-6)}`;
