import { Injectable } from '@nestjs/common';
import { parseCode } from '../../../domain/registry/code';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime } from '../../../kernel/time';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { RegistryReader } from '../registry.reader';
import type { ExternalCodeList, ExternalCodeQuery, ExternalCodeRequest, ExternalCodeView } from './code.dto';
import { CodeStore, type ExternalCode } from './code.store';

type Thing = Pick<ExternalCode, 'kind' | 'entityId'>;

/** Stickers of the province or of a vendor (externalCodes) that stay where they are: every scanner of ours resolves them. */
@Injectable()
export class ExternalCodes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: CodeStore,
    private readonly registry: RegistryReader,
    private readonly journal: Journal,
  ) {}

  list({ caller }: Request, thing: ExternalCodeQuery): Promise<Result<ExternalCodeList, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      if ((await this.regionOf(tx, thing)) === null) return refused(notFound('external-code.entity-unknown'));
      const codes = await this.codes.externalsOf(tx, thing);
      return ok({ items: codes.map(({ createdAt, ...code }) => ({ ...code, createdAt: isoTime(createdAt) })) });
    });
  }

  register(request: Request, body: ExternalCodeRequest): Promise<Result<ExternalCodeView, Refusal>> {
    return this.uow.attempt(request.caller.scope, async (tx): Promise<Result<ExternalCodeView, Refusal>> => {
      const regionCode = await this.regionOf(tx, body);
      if (regionCode === null) return refused(wrongField('entityId', 'external-code.entity-unknown'));
      const kept = await this.keep({ ...request, tx }, body, regionCode);
      if (!kept.ok) return kept;
      return ok({ ...kept.value, createdAt: isoTime(request.at) });
    });
  }

  /** One that stands for something already is refused: two machines never share a sticker. */
  async keep(call: Call, code: ExternalCode, regionCode: string): Promise<Result<ExternalCode, Refusal>> {
    const { tx, at } = call;
    const { kind, entityId, system } = code;
    const external = { content: readTyped(code.content), system: readTyped(system), kind, entityId };
    const own = parseCode(external.content);
    if (own !== null && (await this.codes.find(tx, own))) return refused(wrongField('content', 'external-code.is-own'));
    if (!(await this.codes.insertExternal(tx, external, at))) return refused(conflict('external-code.exists'));
    this.note(call, 'external-code.registered', regionCode, external);
    return ok(external);
  }

  /** It was stuck on something else, or read wrongly. */
  remove(request: Request, content: string): Promise<Result<null, Refusal>> {
    return this.uow.attempt(request.caller.scope, async (tx) => {
      const external = await this.codes.findExternal(tx, readTyped(content));
      const regionCode = external && (await this.regionOf(tx, external as Thing));
      if (!external || regionCode === null) return refused(notFound('external-code.unknown'));
      await this.codes.removeExternal(tx, external.code);
      const { code, ...thing } = external;
      this.note({ ...request, tx }, 'external-code.removed', regionCode, { ...(thing as Thing), content: code });
      return ok(null);
    });
  }

  private note(
    { tx, caller, at }: Call,
    action: string,
    regionCode: string,
    code: Thing & { readonly content: string; readonly system?: string },
  ): void {
    const shown = { content: code.content, ...(code.system !== undefined && { system: code.system }) };
    const change = action === 'external-code.removed' ? { before: shown } : { after: shown };
    this.journal.record(tx, caller, at, [
      { action, entity: code.kind, entityId: code.entityId, regionCode, ...change },
    ]);
  }

  private async regionOf(tx: Tx, { kind, entityId }: Thing): Promise<string | null> {
    const entity =
      kind === 'machine' ? await this.registry.machineById(tx, entityId) : await this.registry.welderById(tx, entityId);
    return entity?.regionCode ?? null;
  }
}
