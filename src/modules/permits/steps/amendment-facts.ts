import { Injectable } from '@nestjs/common';
import { newlyNamed } from '../../../domain/permits/steps/amend';
import type { StepInput } from '../../../domain/permits/steps/inputs';
import type { Call } from '../../../platform/auth/request';
import { Ids } from '../../../platform/time/ids';
import { NamedSubjectsCheck } from '../draft/named-subjects';
import { OccupierPhones } from '../people/occupier-phones.reader';
import { PermitPeople } from '../people/permit-people';
import type { Loaded } from '../permit-loader';
import type { PermitCommandRequest } from './permit-command.dto';

interface Given extends Call, Loaded {
  readonly body: PermitCommandRequest;
}

/** What an amendment needs to know: who is added, whether they may be, and whether its signer holds a seat. */
@Injectable()
export class AmendmentFacts {
  constructor(
    private readonly subjects: NamedSubjectsCheck,
    private readonly occupiers: OccupierPhones,
    private readonly people: PermitPeople,
    private readonly ids: Ids,
  ) {}

  async load({ tx, permit, rules, body, caller, at }: Given): Promise<Omit<StepInput<'amend'>, 'signature'>> {
    const confirm = body.confirm === true;
    const added = { welderIds: body.welderIds ?? [], machineIds: body.machineIds ?? [] };
    const { welderIds, machineIds } = newlyNamed(permit, added);
    const welding = confirm ? (permit.pendingAmendment?.welderIds ?? []) : welderIds;
    const [named, another, holdsSeat] = await Promise.all([
      confirm ? [] : this.subjects.check(tx, welderIds, machineIds).then(({ errors }) => errors),
      confirm || !rules.occupierConfirms || this.occupiers.confirmedByAnother(tx, { ...permit, welderIds }),
      this.people.seatAmong(tx, permit, confirm ? caller : null, welding),
    ]);
    const unknown = another ? named : [...named, { path: 'welderIds', code: 'permit.occupier-not-another' }];
    return { recordId: this.ids.next(at), confirm, added, unknown, holdsSeat };
  }
}
