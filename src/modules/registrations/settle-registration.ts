import { Injectable } from '@nestjs/common';
import { settleFault } from '../../domain/people/registration';
import { AUTHORITY, hasRole } from '../../domain/people/roles';
import { conflict, forbidden, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { reaches } from '../../platform/database/reaches';
import { Sealer } from '../../platform/database/sealer';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Catalogue } from '../../platform/i18n/catalogue';
import { PhoneCodes } from '../identity/phone-codes';
import { PHONE_SEAL } from '../identity/user.mapper';
import { UsersReader } from '../identity/users.reader';
import { MakeRegistered } from './make-registered';
import type { OwnRegistrationView } from './registration.dto';
import { ownView } from './registration.mapper';
import { type Registration, RegistrationStore } from './registration.store';

/** Whoever sees to the place confirms who registered, and the record and the account are made at once; or refuses, and says why. */
@Injectable()
export class SettleRegistration {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registrations: RegistrationStore,
    private readonly users: UsersReader,
    private readonly make: MakeRegistered,
    private readonly codes: PhoneCodes,
    private readonly catalogue: Catalogue,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  confirm(request: Request, id: string): Promise<Result<OwnRegistrationView, Refusal>> {
    return this.settle(request, id, async (call, registration) => {
      const { caller, at, tx } = call;
      // an official saw the identity card; a grid worker knows the person, and the seat waits for an official
      const seenBy = hasRole(caller, ...AUTHORITY) ? caller.userId : null;
      const made = await this.make.execute(call, registration, seenBy);
      if (!made.ok) return made;
      await this.registrations.settle(tx, id, 'confirmed', { by: caller.userId, at, ...made.value });
      return ok({ ...registration, ...made.value, state: 'confirmed', settledAt: at, settledBy: caller.userId });
    });
  }

  refuse(request: Request, id: string, reason: string): Promise<Result<OwnRegistrationView, Refusal>> {
    return this.settle(request, id, async ({ caller, at, tx }, registration) => {
      const refusedFor = reason.trim();
      await this.registrations.settle(tx, id, 'refused', { by: caller.userId, at, refusedFor });
      return ok({ ...registration, state: 'refused', settledAt: at, settledBy: caller.userId, refusedFor });
    });
  }

  /** As the system, because a person may be known anywhere in the country; the reach is checked first. */
  private settle(
    request: Request,
    id: string,
    work: (call: Call, registration: Registration) => Promise<Result<Registration, Refusal>>,
  ): Promise<Result<OwnRegistrationView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(systemScope('settle-registration'), async (tx) => {
      const registration = await this.registrations.lock(tx, id);
      if (!registration || !reaches(caller.scope, registration)) return refused(notFound('registration.not-found'));
      const officer = { roles: caller.roles, trades: await this.users.tradesOf(tx, caller.userId) };
      const received = !(await this.registrations.awaitsReceipt(tx, id));
      const fault = settleFault({ ...registration, received }, officer);
      if (fault) return refused(fault === 'registration.other-trade' ? forbidden(fault) : conflict(fault));
      const done = await work({ ...request, tx }, registration);
      if (!done.ok) return done;
      const { state, regionCode, welderId, enterpriseId } = done.value;
      const action = `registration.${state}`;
      this.codes.deliver(
        tx,
        this.sealer.open(PHONE_SEAL, registration.phoneSealed),
        this.catalogue.text(`message.${action}`, 'zh-CN'),
      );
      this.journal.record(tx, caller, at, [
        { action, entity: 'registration', entityId: id, regionCode, after: { welderId, enterpriseId } },
      ]);
      return ok(ownView(done.value));
    });
  }
}
