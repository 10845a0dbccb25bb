import { Injectable } from '@nestjs/common';
import { questionFault, type Option, type QuestionKind } from '../../../domain/training/questions';
import type { TrainingTopic } from '../../../domain/training/topics';
import { notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { Ids } from '../../../platform/time/ids';
import type { TrainingQuestionRow } from '../../../schema/training/training-question.row';
import type { QuestionPage, QuestionView, WriteQuestionRequest } from './question.dto';
import { QuestionStore } from './question.store';

/** The question bank. A question is never changed: it is retired, and a better one takes its place. */
@Injectable()
export class KeepQuestions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly questions: QuestionStore,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async list({ caller }: Request, query: PageQuery): Promise<QuestionPage> {
    const rows = await this.uow.run(systemScope('training'), (tx) =>
      this.questions.list(tx, caller.regionCode ?? '', query),
    );
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map(toView) };
  }

  async write({ caller, at }: Request, body: WriteQuestionRequest): Promise<Result<QuestionView, Refusal>> {
    const fault = questionFault(body);
    if (fault) return refused(wrongField(fault === 'training.options-wrong' ? 'options' : 'correct', fault));
    const question: TrainingQuestionRow = {
      ...body,
      options: body.options.map(({ key, zh, en }) => ({ key, zh, en })),
      ...{ id: this.ids.next(at), regionCode: caller.regionCode ?? '' },
      ...{ createdBy: caller.userId, createdAt: at, retiredAt: null },
    };
    await this.uow.run(systemScope('training'), async (tx) => {
      await this.questions.insert(tx, question);
      const entry = { action: 'training-question.written', entity: 'training-question', entityId: question.id };
      this.journal.record(tx, caller, at, [{ ...entry, regionCode: question.regionCode, after: question }]);
    });
    return ok(toView(question));
  }

  retire({ caller, at }: Request, id: string): Promise<Result<QuestionView, Refusal>> {
    return this.uow.run(systemScope('training'), async (tx): Promise<Result<QuestionView, Refusal>> => {
      const found = await this.questions.find(tx, id);
      if (found?.regionCode !== (caller.regionCode ?? '')) return refused(notFound('training.question-unknown'));
      await this.questions.retire(tx, id, at);
      const { regionCode } = found;
      const entry = { action: 'training-question.retired', entity: 'training-question', entityId: id, regionCode };
      this.journal.record(tx, caller, at, [{ ...entry, after: { retiredAt: at } }]);
      return ok(toView(found));
    });
  }
}

const toView = (row: TrainingQuestionRow): QuestionView => ({
  id: row.id,
  regionCode: row.regionCode,
  topic: row.topic as TrainingTopic,
  kind: row.kind as QuestionKind,
  textZh: row.textZh,
  textEn: row.textEn,
  options: row.options as Option[],
  correct: row.correct,
  explanationZh: row.explanationZh,
  explanationEn: row.explanationEn,
  source: row.source,
});
