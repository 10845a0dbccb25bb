import { Injectable } from '@nestjs/common';
import { forbidden, invalid, RefusalError, unauthenticated, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Tx } from '../../../platform/database/unit-of-work';
import { requestPipe } from '../../../platform/http/request-pipe';
import { RegistryReader } from '../../registry/registry.reader';
import type { Partner } from '../partners/partner.store';
import { PlantEventPaper, PlantPermitPaper } from './plant-paper.dto';
import { PlantStore } from './plant.store';
import { isTrue, readPaper } from './read-paper';

export type Paper = PlantPermitPaper | PlantEventPaper;

/** A partner that speaks for one enterprise. */
export interface Plant extends Partner {
  readonly enterpriseId: string;
  readonly answersId: string;
}

/** Whether a paper is signed by the plant that brings it, is well formed, and speaks of the plant's own enterprise. */
@Injectable()
export class KnowPaper {
  private readonly pipe = requestPipe();

  constructor(
    private readonly plants: PlantStore,
    private readonly registry: RegistryReader,
  ) {}

  async execute(tx: Tx, plant: Plant, jws: string): Promise<Result<Paper, Refusal>> {
    const signed = readPaper(jws);
    if (signed === null) return refused(invalid('plant.paper-malformed'));
    const key = await this.plants.keyInUse(tx, plant.id, signed.kid);
    if (key === null) return refused(unauthenticated('plant.key-unknown', { params: { kid: signed.kid } }));
    if (!isTrue(signed, key.jwk)) return refused(unauthenticated('plant.signature-wrong'));
    const paper = await this.read(signed.payload);
    if (!paper.ok) return paper;
    return (await this.isOwn(tx, plant, paper.value)) ? paper : refused(forbidden('plant.foreign-enterprise'));
  }

  private async isOwn(tx: Tx, { enterpriseId }: Plant, { enterprise }: Paper): Promise<boolean> {
    if (enterprise === enterpriseId) return true;
    return (await this.registry.enterpriseByCreditCode(tx, enterprise))?.id === enterpriseId;
  }

  /** Judged as the body of a request is, so that what is wrong has the same codes. */
  private async read(payload: unknown): Promise<Result<Paper, Refusal>> {
    const kind = (payload as { kind?: unknown } | null)?.kind;
    const metatype = kind === 'event' ? PlantEventPaper : PlantPermitPaper;
    try {
      return ok((await this.pipe.transform(payload, { type: 'body', metatype })) as Paper);
    } catch (fault) {
      if (fault instanceof RefusalError) return refused(fault.refusal);
      throw fault;
    }
  }
}
