import { Injectable } from '@nestjs/common';
import { certificateWarnMs, reviewsAbolishedFrom, stateAt } from '../../../domain/certificates/certificate-state';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime, shanghaiDate, shanghaiMidnight } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CertificatesReader } from '../../certificates/certificates.reader';
import { RulesReader } from '../../rules/rules.reader';
import type { OwnFigures } from './own-figures.dto';
import { ownFigures } from './own-figures.view';

/** 个人作业台账: what a welder did this month and this year, and until when they may. */
@Injectable()
export class ReadOwnFigures {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly certificates: CertificatesReader,
    private readonly rules: RulesReader,
  ) {}

  async execute({ caller, at }: Request): Promise<Result<OwnFigures, Refusal>> {
    const { welderId } = caller;
    if (welderId === null) return refused(notFound('welder.none-of-yours'));
    const today = shanghaiDate(at);
    const month = shanghaiMidnight(`${today.slice(0, 7)}-01`);
    const year = shanghaiMidnight(`${today.slice(0, 4)}-01-01`);
    const book = this.rules.book();
    const reviewsEnd = reviewsAbolishedFrom(book, at);
    const warnMs = certificateWarnMs(book, at);
    return this.uow.run(systemScope('own-figures'), async (tx) => {
      const figures = await ownFigures(tx, welderId, month, year);
      const cards = await this.certificates.ofWelder(tx, welderId);
      return ok({
        at: isoTime(at),
        welderId,
        code: figures.code,
        month: { jobs: figures.monthJobs, arcMs: figures.monthArcMs, refused: figures.monthRefused },
        year: { jobs: figures.yearJobs, arcMs: figures.yearArcMs, refused: figures.yearRefused },
        certificates: cards.map((card) => {
          const state = stateAt(card, at, reviewsEnd);
          return {
            id: card.id,
            operations: [...card.operations],
            validTo: shanghaiDate(card.validTo - 1),
            state: state === 'valid' && card.validTo - at <= warnMs ? ('expiring' as const) : state,
          };
        }),
        trainingValidTo: figures.trainingValidTo,
      });
    });
  }
}
