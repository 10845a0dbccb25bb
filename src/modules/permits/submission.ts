import { Injectable } from '@nestjs/common';
import { approvalPlaces, partyId, type Place } from '../../domain/permits/approval-chain';
import { watcherReasons } from '../../domain/permits/fire-watch';
import { placesWithoutAccount } from '../../domain/permits/living-approvers';
import { measuresFor } from '../../domain/permits/measures';
import { qualifiedToWatch } from '../../domain/permits/people';
import type { PermitRules } from '../../domain/permits/permit-rules';
import { raiseLevel, type RaisedLevel } from '../../domain/permits/raise-level';
import { lengthFaults } from '../../domain/permits/validity';
import { conflict, invalid, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { UsersReader } from '../identity/users.reader';
import { CalendarReader } from '../rules/calendar.reader';
import { RulesReader } from '../rules/rules.reader';
import { ConflictsReader } from './conflicts.reader';
import { PermitPeople } from './permit-people';
import type { Loaded } from './permit-loader';
import type { StoredPermit } from './permit.row';

export interface Submission extends RaisedLevel {
  /** At the raised level. */
  readonly rules: PermitRules;
  readonly measures: readonly string[];
}

/** A place of the chain that nobody can fill, and who may appoint somebody. */
interface MissingApprover extends Pick<Place, 'step' | 'roles' | 'of' | 'titleZh' | 'titleEn'> {
  readonly enterpriseId: string | null;
  readonly turnTo: readonly { readonly name: string; readonly role: string }[];
}

/** What the platform looks at by itself when a permit is submitted: level, length, approvers, watcher, conflicting works. */
@Injectable()
export class SubmissionCheck {
  constructor(
    private readonly calendar: CalendarReader,
    private readonly people: PermitPeople,
    private readonly users: UsersReader,
    private readonly conflicts: ConflictsReader,
    private readonly book: RulesReader,
  ) {}

  async check(tx: Tx, { permit, rules }: Loaded, at: Instant): Promise<Result<Submission, Refusal>> {
    const raised = await this.raise(tx, permit, rules);
    const atLevel = rules.withLevel(raised.level);
    const refusal =
      tooLong(permit, raised, atLevel) ??
      (await this.watcherRefusal(tx, permit, atLevel, at)) ??
      (await this.approverMissing(tx, { ...permit, level: raised.level, round: permit.round + 1 }, atLevel)) ??
      (await this.conflictRefusal(tx, permit, raised.level, at));
    if (refusal) return refused(refusal);
    const measures = measuresFor(atLevel.measures, permit).map(({ code }) => code);
    return ok({ ...raised, rules: atLevel, measures });
  }

  private async raise(tx: Tx, permit: StoredPermit, rules: PermitRules): Promise<RaisedLevel> {
    const { plannedStart, plannedEnd, regionCode, proposedLevel } = permit;
    const calendar = await this.calendar.calendar(tx, plannedStart, plannedEnd);
    const specialPeriods = await this.calendar.specialPeriods(tx, regionCode, plannedStart, plannedEnd);
    return raiseLevel(proposedLevel, { plannedStart, plannedEnd, calendar, specialPeriods }, rules);
  }

  /** The watcher named must be able to watch at all; where they are when it begins is asked then. */
  private async watcherRefusal(tx: Tx, permit: StoredPermit, rules: PermitRules, at: Instant): Promise<Refusal | null> {
    if (permit.fireWatchId === null) return null;
    const user = await this.users.byId(tx, permit.fireWatchId);
    if (!user)
      return invalid('permit.watcher-unknown', { errors: [{ path: 'fireWatchId', code: 'permit.watcher-unknown' }] });
    const person = { kind: 'user', userId: user.id, standsInFor: [], ...user } as const;
    const unqualified = qualifiedToWatch({ permit, state: permit.state, person, input: {}, rules, at });
    const facts = await this.people.watcherFacts(tx, permit, { userId: user.id, welderId: user.welderId });
    const reasons = [...unqualified, ...watcherReasons({ ...facts, watchesNumber: null }, rules, at)];
    const [first] = reasons;
    if (!first) return null;
    return invalid(first.code, {
      params: first.params,
      errors: reasons.map(({ code, params }) => ({ path: 'fireWatchId', code, params })),
    });
  }

  /**
   * A chain with a place for which nobody has an account: who is missing, and to whom to turn. Where somebody has one but
   * cannot sign here (the applicant themselves), the permit says so and waits for another to be appointed.
   */
  private async approverMissing(tx: Tx, permit: StoredPermit, rules: PermitRules): Promise<Refusal | null> {
    const holders = await this.people.holdersOf(tx, permit, approvalPlaces(permit, rules));
    const places = placesWithoutAccount(permit, rules, holders);
    const [first] = places;
    if (!first) return null;
    const missing: MissingApprover[] = [];
    for (const place of places) missing.push(await this.missingAt(tx, permit, place));
    const turnTo = missing[0]?.turnTo.map(({ name }) => name) ?? [];
    return conflict(turnTo.length > 0 ? 'permit.approver-missing' : 'permit.approver-missing-and-leader', {
      params: { titleZh: first.titleZh, titleEn: first.titleEn, turnTo },
      extra: { missing },
    });
  }

  private async missingAt(tx: Tx, permit: StoredPermit, place: Place): Promise<MissingApprover> {
    const { step, roles, of, titleZh, titleEn } = place;
    const enterpriseId = partyId(of, permit);
    const leaders = await this.people.leadersOf(tx, enterpriseId);
    const turnTo = leaders.map(({ name, role }) => ({ name, role }));
    return { step, roles, of, titleZh, titleEn, enterpriseId, turnTo };
  }

  /** What rule `permit.simops` forbids; what it only warns of was shown before. */
  private async conflictRefusal(tx: Tx, permit: StoredPermit, level: string, at: Instant): Promise<Refusal | null> {
    const place = {
      regime: permit.regime,
      level,
      regionCode: permit.regionCode,
      lat: permit.lat,
      lng: permit.lng,
      kinds: permit.placeKinds,
    };
    const window = { from: permit.plannedStart, to: permit.plannedEnd };
    const found = await this.conflicts.conflictsOf(tx, place, window, permit.id, this.book.book(), at);
    const forbidding = found.filter(({ rule, other }) => rule.severity === 'block' && other?.id !== permit.extendsId);
    const [first] = forbidding;
    if (!first) return null;
    return conflict('permit.conflicting-work', {
      params: { workZh: first.rule.zh, workEn: first.rule.en },
      extra: {
        conflicts: forbidding.map(({ rule, distanceM, other, from, to }) => ({
          code: rule.code,
          distanceM,
          kind: other?.kind ?? rule.with,
          placeName: other?.placeName ?? permit.placeName,
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
        })),
      },
    });
  }
}

function tooLong(permit: StoredPermit, { level, raisedBecause }: RaisedLevel, rules: PermitRules): Refusal | null {
  const [fault] = lengthFaults(permit, rules);
  if (!fault) return null;
  const raised = raisedBecause.length > 0;
  const code = raised && fault.code === 'permit.too-long' ? 'permit.too-long-when-raised' : fault.code;
  return invalid(code, {
    params: fault.params,
    errors: [{ path: fault.field, code: fault.code, params: fault.params }],
    extra: { level, raisedBecause },
  });
}
