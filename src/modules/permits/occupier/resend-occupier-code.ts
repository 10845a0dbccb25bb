import { Injectable } from '@nestjs/common';
import { effectiveState } from '../../../domain/permits/effective-state';
import { occupierRefusal } from '../../../domain/permits/occupier';
import { conflict, forbidden, notFound, tooMany, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { MINUTE, SECOND, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { OccupierPhones } from '../people/occupier-phones.reader';
import { OccupierCodes } from './occupier-codes';
import { PermitLoader, type Loaded } from '../permit-loader';
import { PermitRecordStore } from '../steps/permit-record.store';
import { PermitStore } from '../permit.store';

/** Messages cost money and annoy; five wrong tries a message, so few messages also bound all tries. */
const MOST_MESSAGES = 5;
const PAUSE = MINUTE;

/** The message was lost, or five tries were used up: a new code for the occupier, the old one is dead. */
@Injectable()
export class ResendOccupierCode {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitStore,
    private readonly loader: PermitLoader,
    private readonly codes: OccupierCodes,
    private readonly occupiers: OccupierPhones,
    private readonly records: PermitRecordStore,
    private readonly journal: Journal,
  ) {}

  async execute({ caller, at }: Request, id: string): Promise<Result<{ retryAfter: number }, Refusal>> {
    return this.uow.run(systemScope('occupier-code'), async (tx) => {
      const loaded = await this.loader.lockFor(tx, caller, id, at);
      if (!loaded) return refused(notFound('permit.not-found'));
      const objection =
        notForCode(loaded, caller, at) ?? (await this.notToAnother(tx, loaded)) ?? (await this.tooSoon(tx, id, at));
      if (objection) return refused(objection);
      this.permits.update(tx, id, await this.codes.sendCode(tx, loaded.permit, { address: caller.address, at }));
      this.record(tx, caller, loaded, at);
      return ok({ retryAfter: PAUSE / SECOND });
    });
  }

  /** The number may have become a colleague's since the job was declared. */
  private async notToAnother(tx: Tx, { permit }: Loaded): Promise<Refusal | null> {
    return occupierRefusal(await this.occupiers.confirmedByAnother(tx, permit));
  }

  private async tooSoon(tx: Tx, id: string, at: Instant): Promise<Refusal | null> {
    const sent = await this.records.timesOf(tx, id, ['submit', 'occupier-code']);
    if (sent.length >= MOST_MESSAGES) return conflict('permit.occupier-codes-used-up');
    const wait = (sent.at(-1) ?? 0) + PAUSE - at;
    if (wait <= 0) return null;
    const seconds = Math.ceil(wait / SECOND);
    return tooMany('permit.occupier-code-too-soon', { params: { seconds }, extra: { retryAfter: seconds } });
  }

  private record(tx: Tx, caller: Caller, { permit }: Loaded, at: Instant): void {
    const { state } = permit;
    const entry = { command: 'occupier-code', fromState: state, toState: state, detail: {} };
    this.records.addHistory(tx, permit.id, { ...entry, byUser: caller.userId, byName: caller.name }, at);
    this.journal.record(tx, caller, at, [
      {
        action: 'permit.occupier-code',
        entity: 'permit',
        entityId: permit.id,
        regionCode: permit.regionCode,
        after: {},
      },
    ]);
  }
}

function notForCode({ permit, rules }: Loaded, { userId }: Caller, at: Instant): Refusal | null {
  if (permit.applicantId !== userId) return forbidden('permit.applicant-only');
  const waits =
    effectiveState(permit, at) === 'submitted' && rules.occupierConfirms && permit.occupierConfirmedAt === null;
  return waits ? null : conflict('permit.no-occupier-asked');
}
