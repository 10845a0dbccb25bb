/** What the oracle knows of the world. Written from the law alone: nothing here comes from the platform's code. Times are UTC milliseconds. */
export type Regime = 'small' | 'general' | 'construction' | 'chemical';
export type Trade = 'chemical' | 'construction' | 'manufacturing' | 'catering' | 'repair';
export type Mode = 'observe' | 'warn' | 'enforce';
export type Topic = 'chip' | 'training' | 'inspection' | 'position';
export type Role =
  | 'enterprise-manager'
  | 'safety-officer'
  | 'enterprise-head'
  | 'fire-watcher'
  | 'welder'
  | 'grid-worker'
  | 'inspector'
  | 'regulator';

export interface Position {
  readonly lat: number;
  readonly lng: number;
  readonly accuracyM: number;
}

export interface Circle {
  readonly lat: number;
  readonly lng: number;
  readonly radiusM: number;
}

/** A scan of a signboard: whose, of which kind, and what went with it. */
export interface Board {
  readonly of: 'this-place' | 'another';
  readonly kind: 'printed' | 'minute-code';
  readonly photo: boolean;
  /** Minutes since a code of the minute was shown. */
  readonly ageMinutes: number;
}

export interface Person {
  readonly id: string;
  readonly role: Role;
  readonly enterpriseId?: string;
  readonly welderId?: string;
  readonly phone?: string;
  /** Until when the watcher's training holds. */
  readonly trainedUntil?: number;
  /** Stands watch at another point. */
  readonly watchesElsewhere?: boolean;
}

export interface Certificate {
  readonly standing: 'verified' | 'unverified' | 'revoked' | 'forged';
  readonly operation: 'fusion' | 'pressure' | 'brazing';
  readonly from: number;
  /** The first moment it no longer holds. */
  readonly until: number;
  readonly reviewDue?: number;
}

export interface Welder {
  readonly id: string;
  readonly phone: string;
  readonly certificates: readonly Certificate[];
  readonly trainedUntil?: number;
  /** Has a job on another machine. */
  readonly busy?: boolean;
}

export interface Machine {
  readonly id: string;
  readonly enterpriseId: string;
  readonly process: 'GAS' | 'MMA' | 'BRAZING';
  readonly status: 'in-service' | 'suspended' | 'scrapped' | 'lost' | 'unregistered';
  readonly chip?: { readonly heardAt?: number; readonly tampered: boolean };
  readonly inspectionDue: number;
  readonly inUse?: boolean;
}

export interface Reading {
  readonly gas: string;
  readonly value: number;
  readonly unit: string;
}

/** What somebody tried to do to a permit; the law says whether it counts. */
export type Act = { readonly at: number; readonly by: Person } & (
  | { readonly kind: 'approve' | 'site-visit'; readonly position?: Position }
  | { readonly kind: 'watch-on'; readonly position?: Position; readonly bindsBoard?: boolean }
  | { readonly kind: 'no-signal'; readonly position?: Position }
  | { readonly kind: 'close'; readonly position?: Position; readonly photo: boolean; readonly residualFire: boolean }
  | { readonly kind: 'extend'; readonly to: number; readonly acts: readonly Act[] }
  | { readonly kind: 'occupier'; readonly phone: string; readonly watches: boolean }
  | { readonly kind: 'issue' | 'watch-off' | 'start' | 'suspend' | 'resume' | 'finish' | 'cancel' | 'tap' }
  | { readonly kind: 'measures'; readonly confirmed: readonly string[]; readonly position?: Position }
  | { readonly kind: 'gas'; readonly sampledAt: number; readonly readings: readonly Reading[] }
  | { readonly kind: 'amend'; readonly welderIds: readonly string[] }
  | { readonly kind: 'confirm-amendment' }
);

export interface Permit {
  readonly regime: Regime;
  readonly enterpriseId?: string;
  readonly contractorId?: string;
  /** Trades of whose place it is by its form: of the enterprise, of the occupier. */
  readonly placeTrades: readonly Trade[];
  readonly applicant: Person;
  readonly askedAt: number;
  readonly from: number;
  readonly to: number;
  readonly circle: Circle;
  readonly kinds: readonly string[];
  /** Questions that the form asks. */
  readonly questions: readonly string[];
  readonly answers: Readonly<Record<string, 'yes' | 'no'>>;
  readonly gases: readonly string[];
  readonly welderIds: readonly string[];
  readonly welderPhones: readonly string[];
  readonly machineIds: readonly string[];
  /** Without one, the occupier watches (small). */
  readonly watcher?: Person;
  readonly occupierPhone?: string;
  /** Phones of the applicant and of all accounts of the enterprise. */
  readonly ownPhones: readonly string[];
  readonly urgent: boolean;
  /** Of the measures that the form lists for such a place. */
  readonly measures: readonly string[];
  /** The level that the permit states. */
  readonly level: string;
  /**
   * Small permits at this place in the last 7 days, without this one. What the same people do within reach of one spot is
   * one place, wherever the pin was put.
   */
  readonly smallBefore: number;
  /** By level, the seats that the county's form adds to those of the law: "a county may be stricter". */
  readonly formSeats: Readonly<Record<string, readonly Role[]>>;
  readonly acts: readonly Act[];
}

export interface Area {
  readonly circle: Circle;
  readonly from: number;
  readonly until: number;
  /** An official bound its signboard there. */
  readonly boardBound: boolean;
}

export interface SiteFacts {
  readonly trade: Trade;
  readonly kinds: readonly string[];
  /** Minutes of the day in which the public is let in; without them the kinds' usual hours. */
  readonly open?: readonly [number, number];
}

/** 场所: what was entered, and what was done to it since, in order. */
export interface Site {
  readonly enterpriseId: string;
  readonly circle: Circle;
  readonly entered: SiteFacts;
  readonly acts: readonly SiteAct[];
}

export type SiteAct =
  | { readonly kind: 'confirm'; readonly official: boolean }
  | { readonly kind: 'change'; readonly official: boolean; readonly to: Partial<SiteFacts>; readonly away?: boolean };

export interface World {
  readonly modes: Readonly<Record<Topic, Mode>>;
  /** Days that are holidays, and weekend days that are working days; others follow the week. */
  readonly holidays: ReadonlySet<string>;
  readonly workingWeekends: ReadonlySet<string>;
  readonly specialPeriods: readonly { readonly from: number; readonly until: number }[];
  readonly permit?: Permit;
  readonly areas: readonly Area[];
  readonly sites: readonly Site[];
  /** A regulator, or an inspector on the spot, ordered this work to stop. */
  readonly stopOrdered?: boolean;
  readonly welder?: Welder;
  readonly machine: Machine;
}

/** Somebody asks for power. */
export interface Ask {
  readonly at: number;
  readonly by: Person;
  readonly welderId?: string;
  readonly position?: Position;
  readonly board?: Board;
  readonly photo: boolean;
  /** The outlet of the machine, where one is named. */
  readonly outlet?: number;
  readonly way: 'job' | 'offline-code' | 'handover';
}

export interface Reason {
  readonly code: string;
  /** Where the platform may say so: already at this step, or with one of these codes when power is asked for. */
  readonly steps?: readonly string[];
  readonly said?: readonly string[];
}

export const reason = (code: string, said: readonly string[] = [code], steps: readonly string[] = []): Reason => ({
  code,
  said,
  steps,
});
