import { createHash, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import type { Json } from '../../../schema/json';
import { PartnerStore, type Partner } from '../partners/partner.store';
import type { PlantKeyList, PlantKeyRequest } from './plant.dto';
import { PlantStore, type PlantKey } from './plant.store';
import { publicKeyOf } from './read-paper';

/** The keys with which a plant signs. A new one is added before the old one is taken away, so that nothing is refused between. */
@Injectable()
export class KeepPlantKeys {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly plants: PlantStore,
    private readonly journal: Journal,
  ) {}

  list({ caller }: Request, id: string): Promise<Result<PlantKeyList, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<PlantKeyList, Refusal>> => {
      const plant = await this.plantOf(tx, id);
      return plant.ok ? ok(await this.shown(tx, id)) : plant;
    });
  }

  add({ caller, at }: Request, id: string, body: PlantKeyRequest): Promise<Result<PlantKeyList, Refusal>> {
    return this.uow.attempt(caller.scope, async (tx): Promise<Result<PlantKeyList, Refusal>> => {
      const plant = await this.plantOf(tx, id);
      if (!plant.ok) return plant;
      const key = publicKeyOf(body.jwk);
      if (key === null) return refused(wrongField('jwk', 'plant.key-unfit'));
      const jwk = key.export({ format: 'jwk' }) as Json;
      const kid = body.kid ?? body.jwk['kid'] ?? thumbprint(key);
      const row = { partnerId: id, kid, jwk, addedBy: caller.userId, addedAt: at, revokedBy: null, revokedAt: null };
      if (!(await this.plants.insertKey(tx, row))) return refused(conflict('plant.key-exists', { params: { kid } }));
      this.record(tx, { caller, at }, plant.value, 'exchange-partner.key-added', kid);
      return ok(await this.shown(tx, id));
    });
  }

  revoke({ caller, at }: Request, id: string, kid: string): Promise<Result<PlantKeyList, Refusal>> {
    return this.uow.attempt(caller.scope, async (tx): Promise<Result<PlantKeyList, Refusal>> => {
      const plant = await this.plantOf(tx, id);
      if (!plant.ok) return plant;
      if (!(await this.plants.revokeKey(tx, id, kid, caller.userId, at)))
        return refused(notFound('plant.key-not-found'));
      this.record(tx, { caller, at }, plant.value, 'exchange-partner.key-revoked', kid);
      return ok(await this.shown(tx, id));
    });
  }

  private async plantOf(tx: Tx, id: string): Promise<Result<Partner, Refusal>> {
    const partner = await this.partners.find(tx, id);
    if (!partner) return refused(notFound('exchange.partner-not-found'));
    return partner.kind === 'plant' ? ok(partner) : refused(conflict('exchange.only-plants'));
  }

  private async shown(tx: Tx, id: string): Promise<PlantKeyList> {
    return { items: (await this.plants.keys(tx, id)).map(keyShown) };
  }

  private record(
    tx: Tx,
    by: Pick<Request, 'caller' | 'at'>,
    { id, regionCode }: Partner,
    action: string,
    kid: string,
  ): void {
    const entry = { action, entity: 'exchange-partner', entityId: id, regionCode, after: { kid } };
    this.journal.record(tx, by.caller, by.at, [entry]);
  }
}

const keyShown = ({ kid, jwk, addedAt, revokedAt }: PlantKey) => ({
  ...{ kid, alg: jwk['kty'] === 'OKP' ? 'EdDSA' : 'ES256' },
  ...{ addedAt: isoTime(addedAt), revokedAt: isoTimeOrNull(revokedAt) },
});

/** RFC 7638: the members that the kind of key needs, in the order of their names. */
function thumbprint(key: KeyObject): string {
  const { crv, kty, x, y } = key.export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}
