import { Injectable } from '@nestjs/common';
import { effectiveState } from '../../../domain/permits/effective-state';
import { mayIssue } from '../../../domain/permits/people';
import { mayApprove, mayCountersign } from '../../../domain/permits/signing';
import type { PermitSnapshot, User } from '../../../domain/permits/snapshot';
import type { Instant } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { PermitLoader } from '../permit-loader';
import { PermitPeople } from './permit-people';
import { SIGNING_COLUMNS, type StoredPermit } from '../stored-permit';

/** More than one person could sign in a day; the newest are looked at. */
const MOST = 300;

/**
 * The first condition is that of the index `permits_to_sign`. An urgent permit is signed in full however far it has come.
 * No person signs twice, also not as a deputy; the last signer may still issue.
 */
const WAITING = `
  select ${SIGNING_COLUMNS} from permits p
  where (p.state in ('submitted', 'approved') or p.urgent) and p.state not in ('draft', 'returned', 'rejected', 'cancelled')
    and p.applicant_id <> $1
    and (p.state = 'approved' or not exists (
      select 1 from permit_signatures s where s.permit_id = p.id and s.round = p.round and s.user_id = $1))
    and (p.enterprise_id = any($2) or p.contractor_id = any($2) or p.occupier_enterprise_id = any($2))
  order by p.id desc limit ${MOST}`;

/** Small jobs that an official of their place looks at on the spot; the condition is that of `permits_small_to_sign`. */
const WAITING_IN_REGION = `
  select ${SIGNING_COLUMNS} from permits p
  where p.regime = 'small' and p.state = 'submitted' and p.occupier_confirmed_at is not null
    and starts_with(p.region_code, $1) and p.applicant_id <> $2
  order by p.id desc limit ${MOST}`;

/** The permits that wait for somebody's hand: a signature, the issue, or the full signature of an urgent one. The domain says whose turn it is. */
@Injectable()
export class SignaturesDue {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PermitPeople,
    private readonly permits: PermitLoader,
  ) {}

  of({ caller, at }: Request): Promise<string[]> {
    return this.uow.run(systemScope('signatures-due'), async (tx) => {
      const person = await this.people.personOf(tx, caller, at);
      const enterprises = [caller.enterpriseId, ...person.standsInFor.map(({ enterpriseId }) => enterpriseId)].filter(
        (id) => id !== null,
      );
      const waiting = [
        ...(enterprises.length === 0 ? [] : await this.waiting(tx, caller.userId, enterprises)),
        ...(caller.regionCode === null ? [] : await this.waitingIn(tx, caller.userId, caller.regionCode)),
      ];
      return [...new Set(waiting.filter((permit) => this.waitsFor(person, permit, at)).map(({ id }) => id))];
    });
  }

  private waiting(tx: Tx, userId: string, enterprises: readonly string[]): Promise<StoredPermit[]> {
    return tx.prepared<StoredPermit>(WAITING, [userId, enterprises]);
  }

  private waitingIn(tx: Tx, userId: string, regionCode: string): Promise<StoredPermit[]> {
    return tx.prepared<StoredPermit>(WAITING_IN_REGION, [regionCode, userId]);
  }

  private waitsFor(person: User, permit: StoredPermit, at: Instant): boolean {
    const rules = this.permits.rulesFor(permit, at);
    const snapshot: PermitSnapshot = { state: effectiveState(permit, at), permit, person, input: {}, rules, at };
    switch (snapshot.state) {
      case 'submitted':
        return mayApprove(snapshot).length === 0;
      case 'approved':
        return mayIssue(snapshot).length === 0;
      default:
        return permit.urgent && permit.issuedAt !== null && mayCountersign(snapshot).length === 0;
    }
  }
}
