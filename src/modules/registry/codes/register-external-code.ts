import { Injectable } from '@nestjs/common';
import { parseCode } from '../../../domain/registry/code';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { RegistryReader } from '../registry.reader';
import type { ExternalCodeRequest, ExternalCodeView } from './code.dto';
import { CodeStore } from './code.store';

/** A provincial or vendor's sticker that stays where it is: every scanner of ours resolves it. */
@Injectable()
export class RegisterExternalCode {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: CodeStore,
    private readonly registry: RegistryReader,
    private readonly journal: Journal,
  ) {}

  async execute({ caller, at }: Request, body: ExternalCodeRequest): Promise<Result<ExternalCodeView, Refusal>> {
    const external = { ...body, content: body.content.trim() };
    return this.uow.run(caller.scope, async (tx) => {
      const regionCode = await this.regionOf(tx, external);
      if (regionCode === null) return refused(wrongField('entityId', 'external-code.entity-unknown'));
      const own = parseCode(external.content);
      if (own !== null && (await this.codes.find(tx, own)))
        return refused(wrongField('content', 'external-code.is-own'));
      if (!(await this.codes.insertExternal(tx, external, at))) return refused(conflict('external-code.exists'));
      this.journal.record(tx, caller, at, [
        {
          action: 'external-code.registered',
          entity: external.kind,
          entityId: external.entityId,
          regionCode,
          after: external,
        },
      ]);
      return ok(external);
    });
  }

  private async regionOf(tx: Tx, { kind, entityId }: ExternalCodeRequest): Promise<string | null> {
    const entity =
      kind === 'machine' ? await this.registry.machineById(tx, entityId) : await this.registry.welderById(tx, entityId);
    return entity?.regionCode ?? null;
  }
}
