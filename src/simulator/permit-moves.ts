import { MINUTE, type Instant } from '../kernel/time';

/** A permit as `GET /permits/:id` shows it to one person, as far as simulated people look at it. */
export interface PermitSeen {
  readonly id: string;
  readonly state: string;
  /** What this person may do now. */
  readonly commands: readonly string[];
  readonly plannedEnd: string;
  readonly startedAt: string | null;
  readonly suspendedAt: string | null;
  readonly watchOnAt: string | null;
  readonly nextTapAt: string | null;
  readonly place: { readonly lat: number; readonly lng: number; readonly kinds: readonly string[] };
  readonly measures: readonly { readonly code: string; readonly confirmed: boolean }[];
  readonly gases: readonly string[];
  /** `none`, `optional` or `required`. */
  readonly gasTest: string;
  readonly gasTests: readonly { readonly sampledAt: string }[];
  readonly awaited: readonly { readonly now: boolean; readonly siteVisit: boolean }[];
}

export type Part = 'applicant' | 'signer' | 'crew' | 'watcher';

export interface Move {
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Long before a missed tap, a stale gas test or the permit's end would stop the work. */
const TAP_AHEAD = 40 * MINUTE;
const GAS_EVERY = 9 * MINUTE;
const FINISH_AHEAD = 20 * MINUTE;
/** Work that somebody else has stopped is given up after a while: its watcher is wanted elsewhere. */
const GIVE_UP_AFTER = 30 * MINUTE;

const FORM = ['work-leader-opinion', 'briefing', 'briefing-received', 'shift-check'];

/** Parts by state: who has anything to do. */
const TURN: Readonly<Record<string, Part>> = {
  draft: 'applicant',
  returned: 'applicant',
  submitted: 'signer',
  approved: 'signer',
  // the watcher first; what others sign before work begins is theirs
  issued: 'crew',
  active: 'watcher',
  suspended: 'watcher',
  expired: 'watcher',
  fire_watch: 'watcher',
};

export const whoseTurn = (state: string): Part | null => TURN[state] ?? null;

/** What an orderly person does next, of what the platform lets them do; null: nothing for now. `workMs` is how long work lasts. */
export function nextMove(permit: PermitSeen, workMs: number, at: Instant): Move | null {
  const candidates = CANDIDATES[permit.state]?.(permit, workMs, at) ?? [];
  return candidates.find((move) => move !== null && permit.commands.includes(move.command)) ?? null;
}

type Candidates = (permit: PermitSeen, workMs: number, at: Instant) => readonly (Move | null)[];

const plain = (command: string, body: Move['body'] = {}): Move => ({ command, body });
const when = (holds: boolean, move: Move): Move | null => (holds ? move : null);

const standingAt = ({ lat, lng }: PermitSeen['place']): Move['body'] => ({ lat, lng, accuracyM: 8 });

const submitting: Candidates = () => [plain('submit')];

const CANDIDATES: Readonly<Record<string, Candidates>> = {
  draft: submitting,
  returned: submitting,
  submitted: ({ awaited, place }) => [
    plain('approve', {
      comment: '同意',
      ...(awaited.some(({ now, siteVisit }) => now && siteVisit) && { lat: place.lat, lng: place.lng, accuracyM: 8 }),
    }),
    when(
      awaited.some(({ now, siteVisit }) => now && siteVisit),
      plain('site-visit', standingAt(place)),
    ),
  ],
  approved: () => [plain('issue')],
  issued: (permit, _, at) => [
    when(permit.watchOnAt === null, plain('fire-watch-on', standingAt(permit.place))),
    when(
      permit.measures.some(({ confirmed }) => !confirmed),
      plain('measures', { items: permit.measures.map(({ code }) => ({ code, confirmed: true })) }),
    ),
    gasTest(permit, at),
    // what the standard's form has signed: each person signs what is theirs
    ...FORM.map((command) => plain(command)),
    plain('start'),
  ],
  active: (permit, workMs, at) => [
    when(at >= endOfWork(permit, workMs), plain('finish')),
    when(permit.nextTapAt !== null && at >= Date.parse(permit.nextTapAt) - TAP_AHEAD, plain('watch-tap')),
    gasTest(permit, at),
  ],
  suspended: ({ suspendedAt }, _, at) => [
    when(suspendedAt !== null && at - Date.parse(suspendedAt) >= GIVE_UP_AFTER, plain('finish')),
  ],
  expired: () => [plain('finish')],
  fire_watch: ({ place }) => [plain('close', { residualFire: false, note: '已巡查，无残火', ...standingAt(place) })],
};

const endOfWork = ({ startedAt, plannedEnd }: PermitSeen, workMs: number): Instant =>
  Math.min(Date.parse(plannedEnd) - FINISH_AHEAD, (startedAt === null ? 0 : Date.parse(startedAt)) + workMs);

/** Two hundredths of a percent would kill. */
const POISON: Readonly<Record<string, true>> = { 'hydrogen-sulfide': true, 'carbon-monoxide': true };

/** Measured where it is asked for, anew before it grows old: clean air, and as much oxygen as there should be. */
function gasTest({ gasTest: asked, gases, gasTests, place }: PermitSeen, at: Instant): Move | null {
  const unnamed = asked === 'required' && gases.every((gas) => gas === 'oxygen');
  const toMeasure = [
    ...gases,
    ...(unnamed ? ['combustible'] : []),
    ...(place.kinds.includes('confined-space') ? ['oxygen'] : []),
  ];
  if (asked === 'none' || toMeasure.length === 0) return null;
  const last = Math.max(0, ...gasTests.map(({ sampledAt }) => Date.parse(sampledAt)));
  const readings = toMeasure.map((gas) => ({
    gas,
    value: gas === 'oxygen' ? 20.8 : gas in POISON ? 0 : 0.02,
    unit: '%vol',
    point: 'middle',
  }));
  return when(at - last >= GAS_EVERY, plain('gas-test', { sampledAt: new Date(at).toISOString(), readings }));
}
