import { Injectable } from '@nestjs/common';
import { receiveFault, settleFault, type RegistrationFault } from '../../domain/people/registration';
import type { Trade } from '../../domain/people/trades';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { UsersReader } from '../identity/users.reader';
import type { HandOverRegistrationRequest, OwnRegistrationView } from './registration.dto';
import { ownView } from './registration.mapper';
import { type Registration, RegistrationStore } from './registration.store';

type Fault = typeof settleFault;

/** From one department to another, with a receipt: until it is signed, nobody settles the registration. */
@Injectable()
export class HandOverRegistration {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registrations: RegistrationStore,
    private readonly users: UsersReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  execute(
    request: Request,
    id: string,
    { trade, reason }: HandOverRegistrationRequest,
  ): Promise<Result<OwnRegistrationView, Refusal>> {
    return this.move(request, id, settleFault, async ({ tx, caller, at }, registration) => {
      if (registration.trade === trade) return refused(wrongField('trade', 'registration.there-already'));
      if (!(await this.users.anyoneFor(tx, trade, registration.regionCode)))
        return refused(wrongField('trade', 'registration.department-empty'));
      await this.registrations.handOver(tx, {
        ...{ id: this.ids.next(at), registrationId: id, fromTrade: registration.trade, toTrade: trade },
        ...{ reason: reason.trim(), handedBy: caller.userId, handedAt: at, receivedBy: null, receivedAt: null },
      });
      return ok({ ...registration, trade });
    });
  }

  receive(request: Request, id: string): Promise<Result<OwnRegistrationView, Refusal>> {
    return this.move(request, id, receiveFault, async ({ tx, caller, at }, registration) => {
      await this.registrations.receive(tx, id, caller.userId, at);
      return ok(registration);
    });
  }

  private move(
    request: Request,
    id: string,
    faultOf: Fault,
    work: (call: Call, registration: Registration) => Promise<Result<Registration, Refusal>>,
  ): Promise<Result<OwnRegistrationView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(caller.scope, async (tx) => {
      const registration = await this.registrations.lock(tx, id);
      if (!registration) return refused(notFound('registration.not-found'));
      const officer = { roles: caller.roles, trades: await this.users.tradesOf(tx, caller.userId) };
      const received = !(await this.registrations.awaitsReceipt(tx, id));
      const fault: RegistrationFault | null = faultOf({ ...registration, received }, officer);
      if (fault) return refused(fault === 'registration.other-trade' ? forbidden(fault) : conflict(fault));
      const done = await work({ ...request, tx }, registration);
      if (!done.ok) return done;
      const { regionCode } = registration;
      const after = { from: registration.trade as Trade | null, to: done.value.trade };
      const action = faultOf === receiveFault ? 'registration.received' : 'registration.handed-over';
      this.journal.record(tx, caller, at, [{ action, entity: 'registration', entityId: id, regionCode, after }]);
      return ok(ownView(done.value));
    });
  }
}
