import { Injectable } from '@nestjs/common';
import { paperNumber } from '../../domain/outages/paper-number';
import { forbidden, notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { isWithin } from '../../kernel/region-code';
import { ok, refused, type Result } from '../../kernel/result';
import { isoTime } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../platform/http/page';
import { Ids } from '../../platform/time/ids';
import { RegionsReader } from '../regions/regions.reader';
import { RegistryReader, type EnterpriseFacts } from '../registry/registry.reader';
import { RulesReader } from '../rules/rules.reader';
import type { IssueBlockRequest, PaperBlockPage, PaperBlockView } from './paper.dto';
import { type KnownBlock, PaperBlocks } from './paper-blocks.view';
import { PaperStore } from './paper.store';
import { paperForms } from './paper-forms';

interface Holder {
  readonly regionCode: string;
  readonly enterprise: EnterpriseFacts | null;
}

/** Numbered forms handed out ahead of an outage, each number once. */
@Injectable()
export class IssueBlock {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly papers: PaperStore,
    private readonly blocks: PaperBlocks,
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
    private readonly config: Config,
  ) {}

  async execute(request: Request, body: IssueBlockRequest): Promise<Result<PaperBlockView, Refusal>> {
    const { caller, at } = request;
    const most = this.rules.book().value<number>('paper.block-most', {}, at);
    if (body.forms > most) return refused(wrongField('forms', 'paper.too-many', { most }));
    return this.uow.run(caller.scope, async (tx): Promise<Result<PaperBlockView, Refusal>> => {
      const holder = await this.holder({ ...request, tx }, body);
      if (!holder.ok) return holder;
      const { regionCode, enterprise } = holder.value;
      const firstNumber = await this.papers.takeNumbers(tx, body.forms);
      const block = {
        ...{ id: this.ids.next(at), regionCode, enterpriseId: enterprise?.id ?? null },
        ...{ firstNumber, forms: body.forms, issuedAt: at },
      };
      await this.papers.insertBlock(tx, { ...block, issuedBy: caller.userId });
      const { id: entityId, ...after } = block;
      this.journal.record(tx, caller, at, [
        { action: 'paper.issued', entity: 'paper-block', entityId, regionCode, after },
      ]);
      return ok(toView({ ...block, used: 0, enterpriseName: enterprise?.name ?? null }));
    });
  }

  /** An enterprise of the official's region, or the region itself or one below it. */
  private async holder({ tx, caller }: Call, body: IssueBlockRequest): Promise<Result<Holder, Refusal>> {
    const own = caller.scope.kind === 'region' ? caller.scope.regionCode : null;
    if (own === null) return refused(forbidden('outage.outside-region'));
    if (body.enterpriseId !== undefined) {
      const enterprise = await this.registry.enterpriseById(tx, body.enterpriseId);
      return enterprise
        ? ok({ regionCode: enterprise.regionCode, enterprise })
        : refused(wrongField('enterpriseId', 'enterprise.unknown'));
    }
    const regionCode = body.regionCode ?? own;
    if (!isWithin(regionCode, own)) return refused(forbidden('outage.outside-region'));
    return regionCode !== '' && (await this.regions.exists(tx, regionCode))
      ? ok({ regionCode, enterprise: null })
      : refused(wrongField('regionCode', 'region.unknown'));
  }

  async list({ caller }: Request, { limit, cursor }: PageQuery): Promise<PaperBlockPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.blocks.list(tx, { limit, cursor }));
    const page = toPage(rows, limit, ({ id }) => id);
    return { ...page, items: page.items.map(toView) };
  }

  /** May be printed again: a form that was lost is no number used. */
  async print({ caller, at }: Request, id: string): Promise<Result<Buffer, Refusal>> {
    const block = await this.uow.run(caller.scope, (tx) => this.blocks.find(tx, id));
    if (!block) return refused(notFound('paper.block-unknown'));
    const numbers = Array.from({ length: block.forms }, (_, i) => paperNumber(block.firstNumber + i));
    const hours = this.rules.book().value<number>('paper.entry-hours', {}, at);
    const holder = block.enterpriseName ?? '';
    return ok(await paperForms(numbers, { holder, hours, addressOf: (number) => this.addressOf(number) }));
  }

  private addressOf(number: string): string {
    return `${this.config.publicUrl}/m/paper?number=${number}`;
  }
}

const toView = (block: KnownBlock): PaperBlockView => ({
  id: block.id,
  firstNumber: paperNumber(block.firstNumber),
  lastNumber: paperNumber(block.firstNumber + block.forms - 1),
  forms: block.forms,
  used: block.used,
  regionCode: block.regionCode,
  enterpriseId: block.enterpriseId,
  enterpriseName: block.enterpriseName,
  issuedAt: isoTime(block.issuedAt),
});
