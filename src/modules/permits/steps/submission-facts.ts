import { Injectable } from '@nestjs/common';
import { approvalPlaces, partyId, placesOf } from '../../../domain/permits/approval-chain';
import { seatsNobodyFills } from '../../../domain/permits/living-approvers';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import { raiseLevel, type RaisedLevel } from '../../../domain/permits/raise-level';
import type { ConflictingWork, Submission } from '../../../domain/permits/steps/submission';
import type { Call } from '../../../platform/auth/request';
import type { Tx } from '../../../platform/database/unit-of-work';
import { UsersReader } from '../../identity/users.reader';
import { CalendarReader } from '../../rules/calendar.reader';
import { RulesReader } from '../../rules/rules.reader';
import { ConflictsReader } from '../conflicts.reader';
import { PlaceRules, workOfPermit } from '../../sites/place-rules';
import type { Loaded } from '../permit-loader';
import { OccupierPhones } from '../people/occupier-phones.reader';
import { SmallJobsReader } from '../people/small-jobs.reader';
import { SamePeople } from '../people/same-people.reader';
import { unsignedUrgent } from '../people/unsigned-urgent.reader';
import type { NamedHolder } from '../people/holders.view';
import { PermitPeople } from '../people/permit-people';
import type { StoredPermit } from '../stored-permit';

type Asked = Pick<Call, 'tx' | 'at'> & Loaded;

/** What a submission is judged by: the calendar, the people of its chain, its watcher, and the works around it. */
@Injectable()
export class SubmissionFacts {
  constructor(
    private readonly calendar: CalendarReader,
    private readonly people: PermitPeople,
    private readonly users: UsersReader,
    private readonly occupiers: OccupierPhones,
    private readonly smallJobs: SmallJobsReader,
    private readonly conflicts: ConflictsReader,
    private readonly same: SamePeople,
    private readonly book: RulesReader,
    private readonly places: PlaceRules,
  ) {}

  async load(given: Asked): Promise<Submission> {
    const { tx, permit, rules, at } = given;
    if (permit.fireWatchId !== null) this.same.oneAtATime(tx, permit.fireWatchId);
    const raised = await this.raised(tx, permit, rules);
    const atLevel = rules.withLevel(raised.level);
    const [place, watcher, holders, conflicts, overlapping, smallNear, unsigned, headHoldsBoth, occupierIsAnother] =
      await Promise.all([
        this.places.ruleAt(tx, workOfPermit(permit)),
        this.watcher(tx, permit),
        this.people.holdersOf(tx, permit, [...approvalPlaces(permit, atLevel), ...placesOf(atLevel.chain)]),
        this.conflictsOf(given, raised.level),
        this.same.overlapping(tx, permit, at),
        this.smallJobs.countHere(tx, permit, rules, at),
        unsignedUrgent(tx, permit, atLevel.urgent, at),
        this.people.headHoldsBoth(tx, permit, atLevel, at),
        !rules.occupierConfirms || this.occupiers.confirmedByAnother(tx, permit),
      ]);
    const leaders = await this.leaders(tx, permit, atLevel, holders);
    return {
      raised,
      place,
      watcher,
      holders,
      leaders,
      smallNear,
      unsignedUrgent: unsigned,
      headHoldsBoth,
      occupierIsAnother,
      conflicts,
      overlapping,
    };
  }

  private async raised(tx: Tx, permit: StoredPermit, rules: PermitRules): Promise<RaisedLevel> {
    const { plannedStart, plannedEnd, regionCode, proposedLevel } = permit;
    const [calendar, specialPeriods] = await Promise.all([
      this.calendar.calendar(tx, plannedStart, plannedEnd),
      this.calendar.specialPeriods(tx, regionCode, plannedStart, plannedEnd),
    ]);
    return raiseLevel(proposedLevel, { plannedStart, plannedEnd, calendar, specialPeriods }, rules);
  }

  private async watcher(tx: Tx, permit: StoredPermit): Promise<Submission['watcher']> {
    if (permit.fireWatchId === null) return null;
    const found = await this.users.activeById(tx, permit.fireWatchId);
    if (!found) return 'unknown';
    const { id: userId, roles, enterpriseId, regionCode, welderId } = found;
    const user = { kind: 'user', userId, roles, enterpriseId, regionCode, welderId, standsInFor: [] } as const;
    return { user, facts: await this.people.watcherFacts(tx, permit, user) };
  }

  /** Asked for only where somebody is missing. */
  private async leaders(
    tx: Tx,
    permit: StoredPermit,
    rules: PermitRules,
    holders: readonly NamedHolder[],
  ): Promise<Submission['leaders']> {
    const parties = seatsNobodyFills(permit, rules, holders).flatMap(({ of }) => partyId(of, permit) ?? []);
    const found = [...new Set(parties)].map(async (id) => [id, await this.people.leadersOf(tx, id)] as const);
    return new Map(await Promise.all(found));
  }

  private conflictsOf({ tx, permit, at }: Asked, level: string): Promise<readonly ConflictingWork[]> {
    const { regime, regionCode, lat, lng, placeKinds: kinds, siteHours, plannedStart: from, plannedEnd: to } = permit;
    const place = { regime, level, regionCode, lat, lng, kinds, siteHours };
    return this.conflicts.conflictsOf(tx, place, { from, to }, permit.id, this.book.book(), at);
  }
}
