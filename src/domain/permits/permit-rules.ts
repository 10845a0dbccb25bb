import type { DayHours } from '../../kernel/day-hours';
import { HOUR, MINUTE, type Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';
import type { RuleKey } from '../rules/rule-catalogue';
import type { Circumstance, Party, Permit } from './permit';
import type { SimopsRule } from './simops';

/** By what a permit's rules are asked. */
export interface RuleSubject {
  readonly regime: string;
  readonly level: string;
  readonly regionCode: string;
}

/** One entry of rule `permit.approval-chain`; entries with the same `step` run in parallel. */
export interface ChainEntry {
  readonly step: number;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly roles: readonly string[];
  readonly of: Party;
  /** `all`: each role signs; `one`: any of them does. */
  readonly quorum: 'all' | 'one';
  /** Signs only after having been on site. */
  readonly siteVisit?: boolean;
}

/** One entry of rule `permit.measures`. */
export interface MeasureRule {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Only at places of one of these kinds. */
  readonly placeKinds?: readonly string[];
  /** Only in the open air. */
  readonly openAir?: boolean;
  readonly source: string;
}

/** Rule `permit.gas-limits`. Percentages by volume; `lel` is the lower explosive limit. */
export interface GasLimits {
  readonly lelThreshold: number;
  readonly highLelMax: number;
  readonly lowLelMax: number;
  readonly oxygen: { readonly min: number; readonly max: number; readonly enrichedMax: number };
  readonly gases: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly lel: number }>>;
}

export interface UrgentRule {
  readonly allowed: boolean;
  readonly countersignHours: number;
  /** Who may approve alone, from afar. */
  readonly role: string;
}

/** A question about the work whose "yes" gives it at least a level. */
export interface LevelQuestion {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly level: string;
}

interface MinutesByPlace {
  readonly base: number;
  readonly placeKinds?: Readonly<Record<string, number>>;
}

const PATIENCE_MINUTES = 30;
const NO_ANSWERS: Readonly<Record<string, readonly string[]>> = {};
const AT_ANY_HOUR: Readonly<Record<string, DayHours>> = {};

/** One entry of rule `permit.place-kinds`. */
export interface PlaceKind {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** The one place that knows the keys of permit rules. A permit keeps the rules of the day it was issued: `at` is that day then. */
export class PermitRules {
  constructor(
    private readonly book: RuleBook,
    private readonly subject: RuleSubject,
    readonly at: Instant,
  ) {}

  withLevel(level: string): PermitRules {
    return new PermitRules(this.book, { ...this.subject, level }, this.at);
  }

  /** Those of the day it was issued, before that of its submission. What is not submitted is asked by those of `at`. */
  heldBy(permit: Pick<Permit, 'state' | 'level' | 'issuedAt' | 'submittedAt'>, at: Instant): PermitRules {
    const open = permit.state === 'draft' || permit.state === 'returned';
    const day = open ? at : (permit.issuedAt ?? permit.submittedAt ?? at);
    return new PermitRules(this.book, { ...this.subject, level: permit.level }, day);
  }

  /** Names the set of rules, so that what was decided by it can be decided again. */
  get version(): string {
    return this.book.version;
  }

  /** The strictest first. */
  get levels(): readonly string[] {
    return this.value('permit.levels');
  }

  /** Empty where the regime has no levels yet. */
  get knownLevels(): readonly string[] {
    return this.find<readonly string[]>('permit.levels', []);
  }

  get longestMs(): number {
    return this.value<number>('permit.longest-hours') * HOUR;
  }

  get sameDay(): boolean {
    return this.value('permit.same-day');
  }

  get startToleranceMs(): number {
    return this.value<number>('permit.start-tolerance-minutes') * MINUTE;
  }

  get raiseOn(): readonly Circumstance[] {
    return this.value('permit.raise-on');
  }

  get night(): DayHours {
    return this.value('permit.night');
  }

  get levelQuestions(): readonly LevelQuestion[] {
    return this.find<readonly LevelQuestion[]>('permit.level-questions', []);
  }

  /** By kind of place the questions that it answers with yes. */
  get placeAnswers(): Readonly<Record<string, readonly string[]>> {
    return this.find('permit.place-answers', NO_ANSWERS);
  }

  get chain(): readonly ChainEntry[] {
    return this.find<readonly ChainEntry[]>('permit.approval-chain', []);
  }

  get nobodySignsTwice(): boolean {
    return this.find('permit.nobody-signs-twice', true);
  }

  get occupierConfirms(): boolean {
    return this.find('permit.occupier-confirms', false);
  }

  /** How long an approver may sleep before being reminded. */
  get patienceMs(): number {
    return this.find('permit.approval-patience-minutes', PATIENCE_MINUTES) * MINUTE;
  }

  get urgent(): UrgentRule | null {
    return this.find<UrgentRule | null>('permit.urgent', null);
  }

  get measures(): readonly MeasureRule[] {
    return this.find<readonly MeasureRule[]>('permit.measures', []);
  }

  get fireWatch(): 'required' | 'occupier-may' {
    return this.value('permit.fire-watch');
  }

  get watchMinutes(): MinutesByPlace {
    return this.value('permit.fire-watch-minutes');
  }

  /** Null: presence is not asked for. */
  get taps(): { readonly everyMs: number; readonly patienceMs: number } | null {
    const rule = this.find<{ every: number; patience: number } | null>('permit.watch-tap-minutes', null);
    return rule && { everyMs: rule.every * MINUTE, patienceMs: rule.patience * MINUTE };
  }

  get watcherTraining(): 'observe' | 'warn' | 'enforce' {
    return this.find<'observe' | 'warn' | 'enforce'>('permit.watcher-training', 'observe');
  }

  get closePhoto(): boolean {
    return this.find('permit.close-photo', false);
  }

  get gasTest(): 'none' | 'optional' | 'required' {
    return this.value('permit.gas-test');
  }

  get gasLimits(): GasLimits {
    return this.value('permit.gas-limits');
  }

  get gasFreshMs(): number {
    return this.value<number>('permit.gas-fresh-minutes') * MINUTE;
  }

  /** Null: every interruption asks for a new test. */
  get gasInterruptionMs(): number | null {
    const minutes = this.find<number | null>('permit.gas-interruption-minutes', null);
    return minutes === null ? null : minutes * MINUTE;
  }

  /** How far apart two readings may be while work goes on; null: no continuous measuring. */
  get gasContinuousMs(): number | null {
    const minutes = this.find<number | null>('permit.gas-continuous-minutes', null);
    return minutes === null ? null : minutes * MINUTE;
  }

  get placeKinds(): readonly PlaceKind[] {
    return this.find<readonly PlaceKind[]>('permit.place-kinds', []);
  }

  get leastRadiusM(): number {
    return this.value('place.least-radius-m');
  }

  /** By kind of place the hours in which it allows no hot work. */
  get closedHours(): Readonly<Record<string, DayHours>> {
    return this.find('place.closed-hours-only', AT_ANY_HOUR);
  }

  /** From this grade on work in the open air stops. */
  get windGrade(): number {
    return this.value('weather.wind-grade');
  }

  get simops(): readonly SimopsRule[] {
    return this.value('permit.simops');
  }

  /** The text that the distances come from. */
  get simopsSource(): string {
    return this.book.find('permit.simops', this.subject, this.at)?.source ?? '';
  }

  private value<T>(key: RuleKey): T {
    return this.book.value<T>(key, this.subject, this.at);
  }

  private find<T>(key: RuleKey, without: T): T {
    const rule = this.book.find(key, this.subject, this.at);
    return rule ? (rule.value as T) : without;
  }
}
