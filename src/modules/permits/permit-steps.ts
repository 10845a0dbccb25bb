import { Injectable } from '@nestjs/common';
import type { PermitState } from '../../domain/permits/permit';
import { permitLifeCycle, type PermitStep } from '../../domain/permits/permit-life-cycle';
import { effectiveState } from '../../domain/permits/effective-state';
import type { CommandInput, Person, PermitSnapshot } from '../../domain/permits/snapshot';
import { nextDueAt } from '../../domain/permits/what-time-brings';
import type { Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal, type DomainEvent } from '../../platform/audit/journal';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { PermitLoader, type Loaded } from './permit-loader';
import { PermitNews } from './permit-news';
import { PermitRecordStore } from './permit-record.store';
import { refusalOf } from './permit-refusals';
import { PermitStore, type PermitChanges } from './permit.store';

/** Somebody, or time, takes a step with a permit that is locked. */
export interface Stepping extends Loaded {
  readonly step: PermitStep;
  readonly person: Person;
  readonly actor: Actor;
  readonly input: CommandInput;
  readonly at: Instant;
}

/** What a step does beside moving the state. */
export interface Effect {
  readonly changes?: PermitChanges;
  /** For history and audit: ids and reasons, no personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly events?: readonly DomainEvent[];
  /** One of many that change nothing (a device's reading): audited, but no line of its history and no news. */
  readonly quiet?: boolean;
  /** What can only be done once the permit is in its new state. */
  readonly afterwards?: (tx: Tx, after: Loaded) => Promise<void>;
}

/** Writes what belongs to a step. A refusal must come before anything was written: it commits. */
export type Act = (tx: Tx, stepping: Stepping, to: PermitState) => Answer | Promise<Answer>;
type Answer = Result<Effect, Refusal>;

export const snapshotOf = ({ permit, person, input, rules, at }: Omit<Stepping, 'step' | 'actor'>): PermitSnapshot => ({
  permit,
  state: effectiveState(permit, at),
  person,
  input,
  rules,
  at,
});

/** The one way a permit changes: through the table, with history, audit trail and news. */
@Injectable()
export class PermitSteps {
  constructor(
    private readonly permits: PermitStore,
    private readonly loader: PermitLoader,
    private readonly records: PermitRecordStore,
    private readonly news: PermitNews,
    private readonly journal: Journal,
  ) {}

  /** Why a step is not for this person or not for now, whatever it brings along; null where only its content can speak against it. */
  closedTo(asked: Omit<Stepping, 'actor'>): Refusal | null {
    const snapshot = snapshotOf(asked);
    const outcome = permitLifeCycle.step(snapshot, asked.step);
    if (outcome.outcome === 'moved') return null;
    const refusal = refusalOf(outcome, snapshot, asked.step);
    return refusal.code === 'permit.not-ready' ? null : refusal;
  }

  async take(tx: Tx, stepping: Stepping, act: Act): Promise<Result<Loaded, Refusal>> {
    // the clock's own step goes from what is stored to what has long been so
    const snapshot = { ...snapshotOf(stepping), ...(stepping.step === 'expire' && { state: stepping.permit.state }) };
    const outcome = permitLifeCycle.step(snapshot, stepping.step);
    if (outcome.outcome !== 'moved') return refused(refusalOf(outcome, snapshot, stepping.step));
    const effect = await act(tx, stepping, outcome.to);
    if (!effect.ok) return effect;
    this.permits.update(tx, stepping.permit.id, { ...effect.value.changes, state: outcome.to });
    const after = await this.record(tx, stepping, snapshot.state, effect.value);
    await effect.value.afterwards?.(tx, after);
    return ok(after);
  }

  /** After parts of a permit were written: what comes next by itself, what was done, and who hears of it. */
  private async record(tx: Tx, stepping: Stepping, from: PermitState, effect: Effect): Promise<Loaded> {
    const { permit, step, actor, at } = stepping;
    const detail = effect.detail ?? {};
    const after = await this.found(tx, permit.id, at);
    const { state } = after.permit;
    const dueAt = nextDueAt(after.permit, after.rules);
    const quiet = effect.quiet === true && from === state;
    const entry = { command: step, fromState: from, toState: state, byUser: actor.userId, byName: actor.name, detail };
    this.records.schedule(tx, permit.id, dueAt);
    if (!quiet) this.records.addHistory(tx, permit.id, entry, at);
    const news = quiet ? [] : [await this.news.changed(tx, after.permit, after.rules, step, at)];
    this.journal.record(
      tx,
      actor,
      at,
      [
        {
          action: `permit.${step}`,
          entity: 'permit',
          entityId: permit.id,
          regionCode: permit.regionCode,
          before: { state: from },
          after: { state, ...detail },
        },
      ],
      [...news, ...(effect.events ?? [])],
    );
    return after;
  }

  /** After something was written beside a step: when somebody has to look again. */
  async reschedule(tx: Tx, id: string, at: Instant): Promise<void> {
    const after = await this.found(tx, id, at);
    this.records.schedule(tx, id, nextDueAt(after.permit, after.rules));
  }

  private async found(tx: Tx, id: string, at: Instant): Promise<Loaded> {
    const after = await this.loader.find(tx, id, at);
    if (!after) throw new Error(`permit ${id} vanished within its transaction`);
    return after;
  }
}
