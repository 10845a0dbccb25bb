import { Injectable } from '@nestjs/common';
import { LEADERS } from '../../../domain/people/roles';
import { fits, partyId, signaturesOfRound, type Place } from '../../../domain/permits/approval-chain';
import type { Permit } from '../../../domain/permits/permit';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import { approvalSigning, countersigning, weldsUnder } from '../../../domain/permits/signing';
import type { Absent, PermitSnapshot, User, WatcherFacts } from '../../../domain/permits/snapshot';
import type { Instant } from '../../../kernel/time';
import { lineage } from '../../../kernel/region-code';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { UsersReader } from '../../identity/users.reader';
import { absentFor, standInsOf } from '../delegations/delegations.view';
import { headHoldsBoth } from './firm-size.reader';
import { holdersOfDuties, type NamedHolder } from './holders.view';
import { PermitStore } from '../permit.store';
import { WatcherCertificateStore } from '../watchers/watcher-certificate.store';

/** Who is who around a permit: the caller with those they stand in for, the people a chain may ask, a would-be watcher. */
@Injectable()
export class PermitPeople {
  constructor(
    private readonly users: UsersReader,
    private readonly permits: PermitStore,
    private readonly trained: WatcherCertificateStore,
  ) {}

  /** Whether the firm that asks is so small that its head holds both seats. */
  headHoldsBoth(tx: Tx, permit: Permit, rules: PermitRules, at: Instant): Promise<boolean> {
    return headHoldsBoth(tx, permit, rules, at);
  }

  async personOf(tx: Tx, caller: Caller, at: Instant): Promise<User> {
    return { ...personOf(caller), standsInFor: await this.absentFor(tx, caller.userId, at) };
  }

  /** For whom it is only shown: whom they stand in for matters only while somebody has to sign. */
  async viewerOf(tx: Tx, caller: Caller, permit: Permit, at: Instant): Promise<User> {
    const signing = permit.state === 'submitted' || permit.urgent || permit.pendingAmendment !== null;
    return signing ? this.personOf(tx, caller, at) : personOf(caller);
  }

  /** For whom this person would sign now; null where they cannot, or sign in their own name. */
  async signsFor(tx: Tx, snapshot: PermitSnapshot): Promise<{ id: string; name: string } | null> {
    const answer = snapshot.permit.issuedAt === null ? approvalSigning(snapshot) : countersigning(snapshot);
    const absent = 'signing' in answer ? answer.signing.onBehalfOf : null;
    const user = absent === null ? null : await this.users.byId(tx, absent);
    return user && { id: user.id, name: user.name };
  }

  /** A deputy signs for the enterprise of both, never as an official. */
  private async absentFor(tx: Tx, userId: string, at: Instant): Promise<Absent[]> {
    const ids = await absentFor(tx, userId, at);
    const absent = ids.length === 0 ? [] : await this.users.byIds(tx, ids);
    return absent.map(({ id, roles, enterpriseId, welderId, seatWaiting }) => ({
      userId: id,
      roles,
      enterpriseId,
      regionCode: null,
      welderId,
      seatWaiting,
    }));
  }

  /** Everybody with an account who has one of the duties that these places ask for, in an enterprise or as an official of the place. */
  holdersOf(tx: Tx, permit: Permit, places: readonly Place[]): Promise<NamedHolder[]> {
    const parties = places.map(({ of }) => partyId(of, permit)).filter((id) => id !== null);
    return holdersOfDuties(tx, {
      roles: places.flatMap(({ roles }) => [...roles]),
      enterpriseIds: parties,
      regionCodes: places.some(({ of }) => of === 'region') ? lineage(permit.regionCode) : [],
    });
  }

  /** Who may sign at these places, and who signs for them while they are away; never the applicant. */
  async signersAt(tx: Tx, permit: Permit, places: readonly Place[], at: Instant): Promise<string[]> {
    if (places.length === 0) return [];
    const holders = await this.holdersOf(tx, permit, places);
    const free = holders.filter((one) => one.userId !== permit.applicantId && !weldsUnder(permit, one));
    const fitting = (some: readonly Place[]): string[] =>
      free.filter((one) => some.some((place) => fits(one, place, permit))).map(({ userId }) => userId);
    const replaced = fitting(places.filter(({ of }) => of !== 'region'));
    const standIns = await standInsOf(tx, replaced, at);
    return [...new Set([...fitting(places), ...standIns])].filter((userId) => userId !== permit.applicantId);
  }

  /** Enterprise heads and managers, to whom one turns when something is stuck. */
  async leadersOf(tx: Tx, enterpriseId: string | null): Promise<{ id: string; name: string; role: string }[]> {
    const found: { id: string; name: string; role: string }[] = [];
    if (enterpriseId === null) return found;
    for (const role of LEADERS)
      for (const { id, name } of await this.users.withRole(tx, { role, enterpriseId })) found.push({ id, name, role });
    return found;
  }

  async safetyOfficersOf(tx: Tx, enterpriseIds: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const enterpriseId of enterpriseIds)
      found.push(...(await this.users.withRole(tx, { role: 'safety-officer', enterpriseId })).map(({ id }) => id));
    return found;
  }

  /** Facts about a new watcher: where they watch already, whether they weld here, how long their training is valid. */
  async watcherFacts(tx: Tx, permit: Permit, user: { userId: string; welderId: string | null }): Promise<WatcherFacts> {
    return {
      watchesNumber: await this.permits.watchedBy(tx, user.userId, permit),
      weldsHere: user.welderId !== null && permit.welderIds.includes(user.welderId),
      trainingEndsAt: await this.trained.trainingEndsAt(tx, user.userId),
    };
  }

  /** The seat that one of these welders holds: nobody guards their own work, and nobody approves it. Filling the form in is no approval. */
  async seatAmong(
    tx: Tx,
    permit: Permit,
    confirming: Pick<Caller, 'userId'> | null,
    welderIds: readonly string[],
  ): Promise<'permit.watcher-is-welder' | 'permit.signer-is-welder' | null> {
    if (welderIds.length === 0) return null;
    const signed = signaturesOfRound(permit).flatMap(({ userId, onBehalfOf, filledIn }) =>
      filledIn ? [] : [userId, onBehalfOf],
    );
    const seats = [permit.fireWatchId, ...signed, confirming?.userId ?? null].flatMap((id) => id ?? []);
    const welding = (await this.users.byIds(tx, seats)).filter((one) => weldsUnder({ welderIds }, one));
    if (welding.some(({ id }) => id === permit.fireWatchId)) return 'permit.watcher-is-welder';
    return welding.length > 0 ? 'permit.signer-is-welder' : null;
  }
}

/** In one's own name only. */
export const personOf = ({ userId, roles, enterpriseId, regionCode, welderId, seatWaiting }: Caller): User => ({
  kind: 'user',
  userId,
  roles,
  enterpriseId,
  regionCode,
  welderId,
  ...(seatWaiting && { seatWaiting }),
  standsInFor: [],
});
