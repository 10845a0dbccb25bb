import { Injectable } from '@nestjs/common';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Call } from '../../../platform/auth/request';
import { RegistryReader } from '../../registry/registry.reader';
import { CollectionStore } from '../collection.store';

export interface Owner {
  readonly enterpriseId?: string;
  readonly ownerWelderId?: string;
  /** Where the owner is registered. */
  readonly regionCode: string | null;
}

interface Named {
  readonly enterpriseId?: string;
  readonly ownerWelderId?: string;
  /** The device's own number of a collection of the same person. */
  readonly number?: string;
}

/** Whose a machine is, or for whom a welder works: of the register, or collected a minute ago by the same person. */
@Injectable()
export class CollectedOwner {
  constructor(
    private readonly registry: RegistryReader,
    private readonly collections: CollectionStore,
  ) {}

  async find(call: Call, { enterpriseId, ownerWelderId, number }: Named): Promise<Result<Owner, Refusal>> {
    if (number !== undefined) return this.collected(call, number);
    if (enterpriseId !== undefined) return this.enterprise(call, enterpriseId);
    if (ownerWelderId !== undefined) return this.welder(call, ownerWelderId);
    return ok({ regionCode: null });
  }

  private async collected(call: Call, number: string): Promise<Result<Owner, Refusal>> {
    const before = await this.collections.ofDevice(call.tx, call.caller.userId, number);
    if (before === null || before.entityId === null) return refused(conflict('collection.owner-not-yet'));
    if (before.kind === 'enterprise') return this.enterprise(call, before.entityId);
    return before.kind === 'welder'
      ? this.welder(call, before.entityId)
      : refused(wrongField('ownerNumber', 'collection.owner-is-a-machine'));
  }

  private async enterprise({ tx }: Call, enterpriseId: string): Promise<Result<Owner, Refusal>> {
    const found = await this.registry.enterpriseById(tx, enterpriseId);
    return found
      ? ok({ enterpriseId, regionCode: found.regionCode })
      : refused(wrongField('enterpriseId', 'enterprise.unknown'));
  }

  private async welder({ tx }: Call, ownerWelderId: string): Promise<Result<Owner, Refusal>> {
    const found = await this.registry.welderById(tx, ownerWelderId);
    return found
      ? ok({ ownerWelderId, regionCode: found.regionCode })
      : refused(wrongField('ownerWelderId', 'welder.unknown'));
  }
}
