import { Injectable, Logger } from '@nestjs/common';
import { explainFinding } from '../../../domain/authorization/explain-finding';
import { blocking } from '../../../domain/authorization/finding';
import type { FindingCode } from '../../../domain/authorization/finding-texts';
import { mendersOf, type Mender } from '../../../domain/roll-out/who-mends';
import { notFound, tooMany, wrongField, type Refusal } from '../../../kernel/refusal';
import type { RegionCode } from '../../../kernel/region-code';
import { instantOf } from '../../../kernel/rfc3339';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY, isoTime, shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { TextMessages } from '../../../platform/messaging/text-messages';
import { Ids } from '../../../platform/time/ids';
import { RollOutMessageRow } from '../../../schema/help/roll-out-message.row';
import { ConcernedView, type KnownSubject } from './concerned.view';
import { DAYS_BACK } from './foresee-mode';
import { MenderPhones } from './mender-phones';
import type { TellMenderRequest, ToldMender } from './forecast.dto';

/** One message to whoever can mend a cause, before the mode refuses. Nobody gets two on one day, whoever sends them. */
@Injectable()
export class TellMender {
  private readonly logger = new Logger('roll-out');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly concerned: ConcernedView,
    private readonly phones: MenderPhones,
    private readonly messages: TextMessages,
    private readonly catalogue: Catalogue,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute(request: Request, body: TellMenderRequest): Promise<Result<ToldMender, Refusal>> {
    const { scope } = request.caller;
    if (scope.kind !== 'region') return refused(notFound('roll-out.not-concerned'));
    return this.uow.run(systemScope('roll-out-message'), async (tx): Promise<Result<ToldMender, Refusal>> => {
      const call = { ...request, tx };
      const since = request.at - DAYS_BACK * DAY;
      const subject = (await this.concerned.named(tx, [body.id])).get(body.id);
      if (!subject || !(await this.concerned.wasScanned(tx, body, scope.regionCode, since)))
        return refused(notFound('roll-out.not-concerned'));
      const found = await this.phones.firstOf(tx, mendersOf(body.code), subject);
      if (!found) return refused(wrongField('id', 'roll-out.nobody-to-tell'));
      if (!(await this.keep(call, body, scope.regionCode, found))) return refused(tooMany('roll-out.told-today'));
      this.send(call, found.phone, this.textOf(body, subject));
      return ok({ mender: found.mender, toldAt: isoTime(request.at) });
    });
  }

  /** False: that phone had its message today. */
  private async keep(
    { tx, caller, at }: Call,
    { code, kind, id: subjectId }: TellMenderRequest,
    regionCode: RegionCode,
    { mender, phone }: { mender: Mender; phone: string },
  ): Promise<boolean> {
    const id = this.ids.next(at);
    const kept = await tx.rows(RollOutMessageRow).insertNew({
      ...{ id, regionCode, code, subjectKind: kind, subjectId, mender },
      phoneHash: this.sealer.fingerprint('roll-out.phone', phone),
      ...{ sentOn: shanghaiDate(at), sentBy: caller.userId, sentAt: at },
    });
    if (kept) {
      const after = { code, kind, subjectId, mender };
      this.journal.record(tx, caller, at, [
        { action: 'roll-out.told', entity: 'roll-out-message', entityId: id, regionCode, after },
      ]);
    }
    return kept;
  }

  private textOf({ code, validFrom }: TellMenderRequest, { name }: KnownSubject): string {
    const from = shanghaiDate(instantOf(validFrom));
    return this.catalogue.text('roll-out.text', 'zh-CN', { from, name, remedy: remedyOf(code) });
  }

  private send({ tx }: Call, phone: string, text: string): void {
    tx.afterCommit(() => {
      this.messages.send(phone, text).catch((err: unknown) => this.logger.error({ event: 'roll-out.not-told', err }));
    });
  }
}

/** Remedies name no dates, so that any finding of the code says them. */
const remedyOf = (code: FindingCode): string => explainFinding(blocking(code), 'zh-CN').remedy;
