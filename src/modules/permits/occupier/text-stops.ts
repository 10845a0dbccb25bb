import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { PermitLoader } from '../permit-loader';
import type { StoredPermit } from '../stored-permit';
import { OccupierCodes } from './occupier-codes';
import { ResumeCodes, type TextedPhone } from './resume-codes';
import type { TextsStopped } from './text-stops.dto';
import { TextStopStore } from './text-stop.store';

const OCCUPIER = systemActor('occupier');

/** The link in a text stops further texts; a code that is sent to the phone allows them again. */
@Injectable()
export class TextStops {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly loader: PermitLoader,
    private readonly codes: OccupierCodes,
    private readonly stops: TextStopStore,
    private readonly resuming: ResumeCodes,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** From now on no declaration sends a text to this phone. */
  stop(id: string, key: string): Promise<Result<TextsStopped, Refusal>> {
    return this.withLink(id, key, async (tx, permit, { phoneHash }, at) => {
      if (await this.stops.stop(tx, phoneHash, at)) this.record(tx, permit, 'permit.occupier-texts-stopped', at);
      return ok({ textsStopped: true });
    });
  }

  /** The one text that still goes out, because its receiver asked for it. */
  sendCode(id: string, key: string): Promise<Result<TextsStopped, Refusal>> {
    return this.withLink(id, key, async (tx, _permit, to, at) => {
      if (!(await this.stops.isStopped(tx, to.phoneHash))) return ok({ textsStopped: false });
      const objection = await this.resuming.send(tx, to, at);
      return objection ? refused(objection) : ok({ textsStopped: true });
    });
  }

  lift(id: string, key: string, code: string): Promise<Result<TextsStopped, Refusal>> {
    return this.withLink(id, key, async (tx, permit, { phoneHash }, at) => {
      const objection = await this.resuming.check(tx, phoneHash, code, at);
      if (objection) return refused(objection);
      await this.stops.lift(tx, phoneHash);
      this.record(tx, permit, 'permit.occupier-texts-resumed', at);
      return ok({ textsStopped: false });
    });
  }

  private withLink(
    id: string,
    key: string,
    work: (tx: Tx, permit: StoredPermit, to: TextedPhone, at: Instant) => Promise<Result<TextsStopped, Refusal>>,
  ): Promise<Result<TextsStopped, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(systemScope('text-stops'), async (tx) => {
      const loaded = await this.loader.find(tx, id, at);
      const phone = loaded && this.codes.opens(loaded.permit, key) ? this.codes.phoneOf(loaded.permit) : null;
      if (!loaded || phone === null) return refused(notFound('permit.occupier-key-wrong'));
      return work(tx, loaded.permit, { phone, phoneHash: this.codes.stopHashOf(phone) }, at);
    });
  }

  private record(tx: Tx, { id, regionCode }: StoredPermit, action: string, at: Instant): void {
    this.journal.record(tx, OCCUPIER, at, [{ action, entity: 'permit', entityId: id, regionCode, after: {} }]);
  }
}
