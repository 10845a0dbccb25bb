import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { Config } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { renderPdf } from '../../../platform/documents/pdf';
import type { Language } from '../../../kernel/language';
import { personOf } from '../../permits/people/permit-people';
import { PermitLoader } from '../../permits/permit-loader';
import type { PaperStyle } from './paper-cells';
import { permitDocument } from './permit-document';
import { PermitPapers, type PermitPaper } from './permit-paper.view';

/** What stands beside the Chinese for a reader of each language. */
const BESIDE: Readonly<Record<Language, PaperStyle['beside']>> = { 'zh-CN': null, en: 'en' };

/** The permit on paper, for the board at the place of work and for the files. */
@Injectable()
export class PrintPermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitLoader,
    private readonly papers: PermitPapers,
    private readonly config: Config,
  ) {}

  async execute(request: Request, id: string, language: Language): Promise<Result<Buffer, Refusal>> {
    const paper = await this.visiblePaper(request, id);
    if (!paper) return refused(notFound('permit.not-found'));
    const address = `${this.config.publicUrl}/c/${paper.view.code}`;
    return ok(await renderPdf(permitDocument(paper, { address, at: request.at, beside: BESIDE[language] })));
  }

  private visiblePaper({ caller, at }: Request, id: string): Promise<PermitPaper | null> {
    return this.uow.run(systemScope('permit-paper'), async (tx) =>
      (await this.permits.findFor(tx, caller, id, at)) ? this.papers.load(tx, id, at, personOf(caller)) : null,
    );
  }
}
