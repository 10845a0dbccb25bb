import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import type { Purpose } from '../../../domain/exchange/agreement';
import type { AgreementView, PartnerPage, PartnerView } from './partner.dto';
import type { PartnerTroubles } from './troubles.dto';
import { PartnerStore, type Partner } from './partner.store';
import { PartnerStates, type PartnerState } from './partners.view';

/** The other platforms of the caller's region, each with how the exchange stands. */
@Injectable()
export class FindPartners {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly states: PartnerStates,
  ) {}

  list({ caller }: Request, query: PageQuery): Promise<PartnerPage> {
    return this.uow.run(caller.scope, async (tx) => {
      const page = toPage(await this.partners.list(tx, query), query.limit, ({ id }) => id);
      const states = await this.states.of(
        tx,
        page.items.map(({ id }) => id),
      );
      const byId = new Map(states.map((one) => [one.partnerId, one]));
      return { ...page, items: page.items.map((one) => partnerShown(one, byId.get(one.id)!)) };
    });
  }

  troubles({ caller }: Request, id: string): Promise<Result<PartnerTroubles, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<PartnerTroubles, Refusal>> => {
      if (!(await this.partners.find(tx, id))) return refused(notFound('exchange.partner-not-found'));
      const failed = await this.states.failed(tx, id);
      const differences = await this.states.differences(tx, id);
      const waiting = await this.states.waiting(tx, id);
      return ok({
        ...{ failed, differences },
        waiting: waiting.map((one) => ({ ...one, takenAt: isoTime(one.takenAt) })),
      });
    });
  }

  async shown(tx: Tx, partner: Partner): Promise<PartnerView> {
    const [state] = await this.states.of(tx, [partner.id]);
    return partnerShown(partner, state!);
  }
}

const agreementShown = ({ agreement, purposes, agreedFrom, agreedUntil }: Partner): AgreementView | null =>
  agreement === null || agreedFrom === null || agreedUntil === null
    ? null
    : { number: agreement, purposes: purposes as Purpose[], from: agreedFrom, until: agreedUntil };

const partnerShown = (partner: Partner, { partnerId: _, lastCheck, ...state }: PartnerState): PartnerView => ({
  ...{ id: partner.id, name: partner.name, kind: partner.kind, regionCode: partner.regionCode },
  ...{ enterpriseId: partner.enterpriseId, answersId: partner.answersId },
  ...{ baseUrl: partner.baseUrl, agreement: agreementShown(partner), createdAt: isoTime(partner.createdAt) },
  ...{ ...state, stoppedAt: isoTimeOrNull(partner.stoppedAt), answeredAt: isoTimeOrNull(state.answeredAt) },
  pausedUntil: isoTimeOrNull(state.pausedUntil),
  lastCheck: lastCheck && { ...lastCheck, at: isoTime(Date.parse(lastCheck.at)) },
});
