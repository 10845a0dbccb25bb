import { Injectable } from '@nestjs/common';
import { dutyShiftFault, type DutyShift } from '../../../domain/help/duty-shift';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { instantOf } from '../../../kernel/rfc3339';
import { isoTime, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { Ids } from '../../../platform/time/ids';
import { RegionsReader } from '../../regions/regions.reader';
import { meantRegion, outsideRegion, reaches } from '../../rules/reach';
import type { DutyShiftPage, DutyShiftRequest, DutyShiftView } from './duty.dto';
import { DutyStore } from './duty.store';

/** The roster of the duty desk, kept by the regulator of the region. */
@Injectable()
export class KeepRoster {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly shifts: DutyStore,
    private readonly regions: RegionsReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  list({ caller, at }: Request, query: PageQuery): Promise<DutyShiftPage> {
    return this.uow.run(caller.scope, async (tx) => {
      const page = toPage(await this.shifts.list(tx, at, query), query.limit, ({ id }) => id);
      return { ...page, items: page.items.map((shift) => shiftShown(shift, at)) };
    });
  }

  add({ caller, at }: Request, body: DutyShiftRequest): Promise<Result<DutyShiftView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<DutyShiftView, Refusal>> => {
      const region = await meantRegion(tx, caller, this.regions, body.regionCode);
      if (!region.ok) return region;
      const shift: DutyShift = {
        ...{ id: this.ids.next(at), regionCode: region.value, name: body.name.trim(), phone: body.phone },
        ...{ from: instantOf(body.from), to: instantOf(body.to) },
      };
      const fault = dutyShiftFault(shift, at);
      if (fault) return refused(wrongField(fault === 'duty.too-far' ? 'from' : 'to', fault));
      await this.shifts.takeTurn(tx, shift.regionCode);
      const other = await this.shifts.overlapping(tx, shift);
      if (other) return refused(wrongField('from', 'duty.taken', { name: other.name }));
      await this.shifts.insert(tx, shift, caller.userId, at);
      this.journal.record(tx, caller, at, [audited('duty.added', shift, { after: shift })]);
      return ok(shiftShown(shift, at));
    });
  }

  /** One that goes on ends now; one that has not begun is taken off the roster. */
  end({ caller, at }: Request, id: string): Promise<Result<DutyShiftView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<DutyShiftView, Refusal>> => {
      const shift = await this.shifts.lock(tx, id);
      if (!shift) return refused(notFound('duty.not-found'));
      if (!reaches(caller, shift.regionCode)) return refused(outsideRegion());
      if (shift.to <= at) return refused(conflict('duty.over'));
      const begun = at > shift.from;
      if (begun) await this.shifts.endAt(tx, id, at);
      else await this.shifts.remove(tx, id);
      const ended = { ...shift, to: begun ? at : shift.from };
      this.journal.record(tx, caller, at, [audited('duty.ended', shift, { before: shift, after: begun ? ended : null })]); // prettier-ignore
      return ok(shiftShown(ended, at));
    });
  }
}

const audited = (
  action: string,
  { id: entityId, regionCode }: DutyShift,
  change: { before?: DutyShift; after: DutyShift | null },
) => ({ action, entity: 'duty-shift', entityId, regionCode, ...change });

const shiftShown = ({ from, to, ...shift }: DutyShift, at: Instant): DutyShiftView => ({
  ...shift,
  ...{ from: isoTime(from), to: isoTime(to), now: from <= at && at < to },
});
