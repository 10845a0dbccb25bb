import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { shanghaiDate } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { storedZip } from '../../platform/documents/stored-zip';
import { ContractViews } from '../contracts/contracts.view';
import { RegionsReader } from '../regions/regions.reader';
import { RegistryReader, type EnterpriseFacts } from '../registry/registry.reader';
import { reportPdf } from '../reports/documents/report-pdf';
import { ledgerPages } from './ledger-pages';
import { ledgerPeriod } from './ledger-period';
import { LedgerRows, type LedgerPhoto } from './ledger-rows.view';
import { LedgerSummaries } from './ledger-summary.view';
import type { LedgerQuery, LedgerSummary } from './ledger.dto';

/** As many pictures as an archive carries that is still sent by mail. */
const MOST_PHOTOS = 200;
const CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

export interface MadeLedger {
  readonly name: string;
  readonly bytes: Buffer;
}

/** One file of an enterprise for whoever comes to inspect it; and the figures on its first page. */
@Injectable()
export class MakeLedger {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
    private readonly contracts: ContractViews,
    private readonly rows: LedgerRows,
    private readonly summaries: LedgerSummaries,
    private readonly journal: Journal,
  ) {}

  pdf(request: Request, enterpriseId: string, query: LedgerQuery): Promise<Result<MadeLedger, Refusal>> {
    return this.make(request, enterpriseId, query, false);
  }

  zip(request: Request, enterpriseId: string, query: LedgerQuery): Promise<Result<MadeLedger, Refusal>> {
    return this.make(request, enterpriseId, query, true);
  }

  async summary(request: Request, enterpriseId: string): Promise<Result<LedgerSummary, Refusal>> {
    const { at } = request;
    const firm = await this.seen(request, enterpriseId);
    if (!firm) return refused(notFound('enterprise.not-found'));
    return this.uow.run(systemScope('ledger'), async (tx) => {
      const { welders, machines, contractedWelders, contractedMachines } = await this.contracts.counts(
        tx,
        shanghaiDate(at),
        enterpriseId,
      );
      const counted = await this.summaries.of(tx, enterpriseId, at);
      const own = { welders, machines, contractedWelders, contractedMachines };
      return ok({ enterpriseId, enterpriseName: firm.name, ...own, ...counted });
    });
  }

  private async make(
    request: Request,
    enterpriseId: string,
    query: LedgerQuery,
    withPhotos: boolean,
  ): Promise<Result<MadeLedger, Refusal>> {
    const { caller, language, at } = request;
    const firm = await this.seen(request, enterpriseId);
    if (!firm) return refused(notFound('enterprise.not-found'));
    const period = ledgerPeriod(query, at);
    if (!period.ok) return period;
    const { content, photos } = await this.uow.run(systemScope('ledger'), async (tx) => {
      const found = {
        ...{ firm, period: period.value, madeAt: CHINA.format(new Date(at)) },
        regionName: (await this.regions.namesOf(tx, [firm.regionCode])).get(firm.regionCode) ?? firm.regionCode,
        counts: await this.contracts.counts(tx, shanghaiDate(at), enterpriseId),
        rows: await this.rows.load(tx, enterpriseId, period.value),
      };
      const entry = {
        action: 'ledger.made',
        entity: 'enterprise',
        entityId: enterpriseId,
        regionCode: firm.regionCode,
      };
      this.journal.record(tx, caller, at, [{ ...entry, after: period.value }]);
      return {
        content: found,
        photos: withPhotos ? await this.rows.photos(tx, enterpriseId, period.value, MOST_PHOTOS) : [],
      };
    });
    const pdf = await reportPdf(ledgerPages(content, language));
    const name = `ledger-${enterpriseId}-${period.value.from}-${period.value.to}`;
    return ok({ name, bytes: withPhotos ? archiveOf(pdf, photos) : pdf });
  }

  /** Under the caller's own scope: an enterprise its own file, officials those of their region. */
  private seen({ caller }: Request, enterpriseId: string): Promise<EnterpriseFacts | null> {
    return this.uow.run(caller.scope, (tx) => this.registry.enterpriseById(tx, enterpriseId));
  }
}

const archiveOf = (pdf: Buffer, photos: readonly LedgerPhoto[]): Buffer =>
  storedZip(
    new Map([
      ['ledger.pdf', pdf],
      ...photos.map(({ id, bytes, mediaType, about }): [string, Buffer] => [
        `photos/${about}-${id}.${mediaType === 'image/png' ? 'png' : 'jpg'}`,
        bytes,
      ]),
    ]),
  );
