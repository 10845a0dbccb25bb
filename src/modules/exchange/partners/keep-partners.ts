import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { WebhookCaller } from '../../../platform/messaging/webhook-caller';
import { Ids } from '../../../platform/time/ids';
import type { ExchangePartnerRow } from '../../../schema/exchange/exchange-partner.row';
import { RegionsReader } from '../../regions/regions.reader';
import { meantRegion } from '../../rules/reach';
import { FindPartners } from './find-partners';
import { MeantPlant } from '../plants/meant-plant';
import type { AgreementRequest, NewPartnerView, PartnerRequest, PartnerView } from './partner.dto';
import { PARTNER_SEAL, PartnerStore, type Partner } from './partner.store';

type Agreed = Pick<ExchangePartnerRow, 'agreement' | 'purposes' | 'agreedFrom' | 'agreedUntil'>;

/** Other platforms with which a region exchanges registrations, and the agreements with them. */
@Injectable()
export class KeepPartners {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly find: FindPartners,
    private readonly regions: RegionsReader,
    private readonly plants: MeantPlant,
    private readonly caller: WebhookCaller,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  add({ caller, at }: Request, body: PartnerRequest): Promise<Result<NewPartnerView, Refusal>> {
    return this.uow.attempt(caller.scope, async (tx): Promise<Result<NewPartnerView, Refusal>> => {
      const region = await meantRegion(tx, caller, this.regions, body.regionCode);
      if (!region.ok) return region;
      const objection = body.baseUrl === undefined ? null : this.caller.objection(body.baseUrl);
      if (objection) return refused(wrongField('baseUrl', `webhook.${objection}`));
      const agreed = agreedBy(body.agreement ?? null);
      if (!agreed.ok) return agreed;
      const plant = await this.plants.meant(tx, body, region.value);
      if (!plant.ok) return plant;
      const secret = `exch_${randomBytes(32).toString('base64url')}`;
      const partner: Partner = {
        ...{ id: this.ids.next(at), name: body.name, kind: body.kind, regionCode: region.value, ...agreed.value },
        ...{ enterpriseId: plant.value?.enterpriseId ?? null, answersId: plant.value?.answersId ?? null },
        ...{ baseUrl: body.baseUrl?.replace(/\/+$/, '') ?? null, secretSealed: this.sealer.seal(PARTNER_SEAL, secret) },
        ...{ createdBy: caller.userId, createdAt: at, stoppedBy: null, stoppedAt: null },
      };
      if (!(await this.partners.insert(tx, partner))) return refused(conflict('exchange.partner-exists'));
      this.journal.record(tx, caller, at, [{ ...entryOf(partner, 'exchange-partner.added'), after: audited(partner) }]);
      return ok({ ...(await this.find.shown(tx, partner)), secret });
    });
  }

  /** A new agreement takes the place of the one before; without one no personal data leaves in clear. */
  agree({ caller, at }: Request, id: string, body: AgreementRequest | null): Promise<Result<PartnerView, Refusal>> {
    return this.uow.attempt(caller.scope, async (tx): Promise<Result<PartnerView, Refusal>> => {
      const before = await this.partners.find(tx, id);
      if (!before) return refused(notFound('exchange.partner-not-found'));
      const agreed = agreedBy(body);
      if (!agreed.ok) return agreed;
      await this.partners.agree(tx, id, agreed.value);
      const after = { ...before, ...agreed.value };
      for (const { kind } of await this.partners.mappings(tx, id)) await this.partners.lookThrough(tx, id, kind);
      const change = { before: audited(before), after: audited(after) };
      this.journal.record(tx, caller, at, [{ ...entryOf(before, 'exchange-partner.agreed'), ...change }]);
      return ok(await this.find.shown(tx, after));
    });
  }

  /** Nothing is sent to it and nothing is taken from it any more. */
  stop({ caller, at }: Request, id: string): Promise<Result<PartnerView, Refusal>> {
    return this.uow.attempt(caller.scope, async (tx): Promise<Result<PartnerView, Refusal>> => {
      const partner = await this.partners.find(tx, id);
      if (!partner) return refused(notFound('exchange.partner-not-found'));
      if (!(await this.partners.stop(tx, id, caller.userId, at))) return refused(conflict('exchange.partner-stopped'));
      this.journal.record(tx, caller, at, [entryOf(partner, 'exchange-partner.stopped')]);
      return ok(await this.find.shown(tx, { ...partner, stoppedAt: at }));
    });
  }
}

function agreedBy(agreement: AgreementRequest | null): Result<Agreed, Refusal> {
  if (agreement === null) return ok({ agreement: null, purposes: [], agreedFrom: null, agreedUntil: null });
  const { number, purposes, from, until } = agreement;
  if (until < from) return refused(wrongField('agreement.until', 'exchange.agreement-ends-before'));
  return ok({ agreement: number, purposes, agreedFrom: from, agreedUntil: until });
}

const entryOf = ({ id, regionCode }: Partner, action: string) => ({
  ...{ action, entity: 'exchange-partner', entityId: id, regionCode },
});

const audited = ({ name, kind, baseUrl, agreement, purposes, agreedFrom, agreedUntil }: Partner): object => ({
  ...{ name, kind, baseUrl, agreement, purposes, agreedFrom, agreedUntil },
});
