import type { DayHours } from '../../kernel/day-hours';
import { HOUR, MINUTE, type Instant, type Period } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';
import type { RuleKey } from '../rules/rule-catalogue';
import { PaperRules } from './paper-rules';
import type { Circumstance, Permit } from './permit';
import type {
  FireWatchRule, RuleSubject, ChainEntry, MeasureRule, GasLimits, GasTestWhen, GasTestAsked, UrgentRule,
  SmallFirmRule, LevelQuestion, MinutesByPlace, PlaceKind, OpenHoursException, TapRule,
} from './permit-rule-values'; // prettier-ignore
import { PlaceLimitRules } from './place-limit-rules';
import type { SimopsRule } from './simops';
import { SmallJobRules } from './small-job-rules';

const PATIENCE_MINUTES = 30;
const NO_KINDS: Readonly<Record<string, never>> = {};
const NEVER: GasTestWhen = { placeKinds: [], answers: [] };

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

  /** The rules of another moment. */
  on(at: Instant): PermitRules {
    return new PermitRules(this.book, this.subject, at);
  }

  /** When rules begin or end to hold within a time, whichever they are. */
  changesWithin(time: Period): readonly Instant[] {
    return this.book.changesWithin(time);
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

  /** Empty if the regime has no levels yet. */
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

  /** By kind of place the least level that work there has; a kind that is not named asks for none. */
  get levelOfPlace(): Readonly<Record<string, string>> {
    return this.find('permit.level-of-place', NO_KINDS);
  }

  get levelQuestions(): readonly LevelQuestion[] {
    return this.find<readonly LevelQuestion[]>('permit.level-questions', []);
  }

  /** By kind of place the questions that it answers with yes. */
  get placeAnswers(): Readonly<Record<string, readonly string[]>> {
    return this.find('permit.place-answers', NO_KINDS);
  }

  get chain(): readonly ChainEntry[] {
    return this.find<readonly ChainEntry[]>('permit.approval-chain', []);
  }

  get nobodySignsTwice(): boolean {
    return this.find('permit.nobody-signs-twice', true);
  }

  /** Null: however few people there are, each seat has its own. */
  get smallFirm(): SmallFirmRule | null {
    return this.find<SmallFirmRule | null>('permit.small-firm', null);
  }

  get occupierConfirms(): boolean {
    return this.find('permit.occupier-confirms', false);
  }

  /** How long an approver may leave a permit unanswered before a reminder. */
  get patienceMs(): number {
    return this.find('permit.approval-patience-minutes', PATIENCE_MINUTES) * MINUTE;
  }

  get urgent(): UrgentRule | null {
    return this.find<UrgentRule | null>('permit.urgent', null);
  }

  get measures(): readonly MeasureRule[] {
    return this.find<readonly MeasureRule[]>('permit.measures', []);
  }

  get paper(): PaperRules {
    return new PaperRules(this.book, this.subject, this.at);
  }

  get fireWatch(): FireWatchRule {
    return this.value('permit.fire-watch');
  }

  get small(): SmallJobRules {
    return new SmallJobRules(this.book, this.subject, this.at);
  }

  get watchMinutes(): MinutesByPlace {
    return this.value('permit.fire-watch-minutes');
  }

  /** Null: presence is not asked for. A plant keeps its own watch. */
  get taps(): { readonly everyMs: number; readonly patienceMs: number } | null {
    const rule = this.find<TapRule | null>('permit.watch-tap-minutes', null);
    if (rule === null || this.subject.source === 'plant') return null;
    return { everyMs: rule.every * MINUTE, patienceMs: rule.patience * MINUTE };
  }

  get watcherTraining(): 'observe' | 'warn' | 'enforce' {
    return this.find<'observe' | 'warn' | 'enforce'>('permit.watcher-training', 'observe');
  }

  /** A person is not named as watcher by two permits at the same time. */
  get watcherOnce(): boolean {
    return this.find('permit.watcher-once', false);
  }

  /** After a person stopped the work, all measures are confirmed again before it goes on. */
  get measuresAnew(): boolean {
    return this.find('permit.measures-anew', false);
  }

  get closePhoto(): boolean {
    return this.find('permit.close-photo', false);
  }

  /** By regime and level alone; `gasTestAsked` says what holds for a permit. */
  get gasTest(): GasTestAsked {
    return this.value('permit.gas-test');
  }

  get gasTestWhen(): GasTestWhen {
    return this.find('permit.gas-test-when', NEVER);
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

  /** How old a record may grow while work goes on at places of these kinds; null: no such limit. */
  gasRecordMs(placeKinds: readonly string[]): number | null {
    const byKind = this.find('permit.gas-record-minutes', NO_KINDS);
    const minutes = placeKinds.flatMap((kind) => byKind[kind] ?? []);
    return minutes.length === 0 ? null : Math.min(...minutes) * MINUTE;
  }

  get placeKinds(): readonly PlaceKind[] {
    return this.find<readonly PlaceKind[]>('permit.place-kinds', []);
  }

  /** The accuracy that a place must have, and its largest radius. */
  get place(): PlaceLimitRules {
    return new PlaceLimitRules(this.book, this.subject, this.at);
  }

  /** By kind of place the hours in which it allows no hot work. */
  get closedHours(): Readonly<Record<string, DayHours>> {
    return this.find('place.closed-hours-only', NO_KINDS);
  }

  /** Null: nothing lets a place be worked in while it is open. */
  get openHoursException(): OpenHoursException | null {
    return this.find<OpenHoursException | null>('place.open-hours-exception', null);
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
