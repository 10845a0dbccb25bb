import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Option, QuestionKind } from '../../../domain/training/questions';
import { answersFault, drawQuestions, gradeQuiz, type Asked } from '../../../domain/training/quiz';
import { conflict, forbidden, notFound, tooMany, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { TrainingAttemptRow } from '../../../schema/training/training-attempt.row';
import type { TrainingCampaignRow } from '../../../schema/training/training-campaign.row';
import type { TrainingQuestionRow } from '../../../schema/training/training-question.row';
import { RulesReader } from '../../rules/rules.reader';
import { CampaignStore } from '../campaigns/campaign.store';
import { QuestionStore } from '../questions/question.store';
import { AttemptStore, type AtQuiz } from './attempt.store';
import { GivePass } from './give-pass';
import type { AnswerQuizRequest, QuizQuestion, QuizResult, QuizView } from './quiz.dto';

interface Quiz {
  readonly campaign: TrainingCampaignRow;
  readonly at: AtQuiz;
}

/** The quiz of a campaign, taken by the welder who signed in and nobody else; graded here, never on the phone. */
@Injectable()
export class TakeQuiz {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly campaigns: CampaignStore,
    private readonly questions: QuestionStore,
    private readonly attempts: AttemptStore,
    private readonly passes: GivePass,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  show(request: Request, id: string): Promise<Result<QuizView, Refusal>> {
    return this.on(request, id, async (call, quiz) =>
      ok(await this.view(call, quiz, await this.attempts.openOf(call.tx, quiz.at))),
    );
  }

  /** Draws the questions. The draw follows from the seed that is stored with it; begun twice, it is the same attempt. */
  begin(request: Request, id: string): Promise<Result<QuizView, Refusal>> {
    return this.on(request, id, async (call, quiz) => {
      const { tx, caller, at } = call;
      const open = await this.attempts.openOf(tx, quiz.at);
      if (open) return ok(await this.view(call, quiz, open));
      if (quiz.campaign.closedAt !== null) return refused(conflict('training.campaign-closed'));
      if ((await this.attemptsLeft(call, quiz)) <= 0) return refused(tooMany('training.no-more-today'));
      const seed = randomBytes(16).toString('hex');
      const questionIds = drawQuestions(await this.questions.idsFor(tx, quiz.campaign), quiz.campaign.questionCount, seed); // prettier-ignore
      const attempt: TrainingAttemptRow = {
        ...{ id: this.ids.next(at), ...quiz.at, seed, questionIds, drawnAt: at },
        ...{ answers: null, answeredAt: null, rightCount: null, passed: null },
      };
      if (!(await this.attempts.begin(tx, attempt)))
        return ok(await this.view(call, quiz, await this.attempts.openOf(tx, quiz.at)));
      const { regionCode } = quiz.campaign;
      const entry = { action: 'training-quiz.begun', entity: 'training-attempt', entityId: attempt.id, regionCode };
      this.journal.record(tx, caller, at, [{ ...entry, after: { seed, questionIds } }]);
      return ok(await this.view(call, quiz, attempt));
    });
  }

  answer(request: Request, id: string, body: AnswerQuizRequest): Promise<Result<QuizResult, Refusal>> {
    return this.on(request, id, async (call, quiz) => {
      const { tx, caller, at } = call;
      const attempt = await this.attempts.lock(tx, body.attemptId);
      if (attempt?.welderId !== quiz.at.welderId || attempt.campaignId !== id)
        return refused(notFound('training.attempt-unknown'));
      if (attempt.answeredAt !== null) return refused(conflict('training.answered-before'));
      const rows = await this.questions.inOrder(tx, attempt.questionIds);
      const asked = rows.map(toAsked);
      const fault = answersFault(asked, body.answers);
      if (fault) return refused(wrongField('answers', fault));
      const { rightIds, passed } = gradeQuiz(asked, body.answers, quiz.campaign.passPercent);
      const answers = body.answers.map(({ questionId, choices }) => ({ questionId, choices }));
      await this.attempts.answer(tx, { ...attempt, answers, answeredAt: at, rightCount: rightIds.length, passed });
      const { regionCode } = quiz.campaign;
      const entry = { action: 'training-quiz.answered', entity: 'training-attempt', entityId: attempt.id, regionCode };
      this.journal.record(tx, caller, at, [{ ...entry, after: { right: rightIds.length, of: rows.length, passed } }]);
      const pass = passed ? await this.passes.giveWhenDone(call, id, quiz.at.welderId) : null;
      return ok({
        ...{ questions: rows.length, right: rightIds.length, passPercent: quiz.campaign.passPercent },
        ...{ quizPassed: passed, attemptsLeft: await this.attemptsLeft(call, quiz) },
        wrong: rows.filter((one) => !rightIds.includes(one.id)).map(toWrong),
        ...{ passId: pass?.id ?? null, code: pass?.code ?? null, validTo: pass?.validTo ?? null },
      });
    });
  }

  private on<T>(
    request: Request,
    campaignId: string,
    work: (call: Call, quiz: Quiz) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>> {
    return this.uow.attempt<T>(systemScope('training'), async (tx): Promise<Result<T, Refusal>> => {
      const { welderId } = request.caller;
      if (welderId === null) return refused(forbidden('training.not-a-welder'));
      const campaign = await this.campaigns.find(tx, campaignId);
      if (!campaign) return refused(notFound('training.campaign-unknown'));
      if (!(await this.campaigns.isFor(tx, campaignId, welderId))) return refused(forbidden('training.not-targeted'));
      return work({ ...request, tx }, { campaign, at: { campaignId, welderId } });
    });
  }

  private async attemptsLeft({ tx, at }: Call, { campaign, at: whose }: Quiz): Promise<number> {
    const most = this.rules.book().value<number>('training.attempts-a-day', { regionCode: campaign.regionCode }, at);
    return Math.max(0, most - (await this.attempts.answered(tx, whose, at)).today);
  }

  private async view(call: Call, quiz: Quiz, open: TrainingAttemptRow | null): Promise<QuizView> {
    const { id, name, questionCount, passPercent } = quiz.campaign;
    const rows = open ? await this.questions.inOrder(call.tx, open.questionIds) : [];
    return {
      ...{ id, name, questionCount, passPercent, attemptsLeft: await this.attemptsLeft(call, quiz) },
      passed: (await this.attempts.passedOf(call.tx, quiz.at)) !== null,
      attemptId: open?.id ?? null,
      questions: rows.map(toQuestion),
    };
  }
}

const toAsked = ({ id, kind, options, correct }: TrainingQuestionRow): Asked => ({
  ...{ id, kind: kind as QuestionKind, options: options as Option[], correct },
});

const toQuestion = ({ id, kind, textZh, textEn, options }: TrainingQuestionRow): QuizQuestion => ({
  ...{ id, kind: kind as QuestionKind, textZh, textEn, options: options as Option[] },
});

const toWrong = ({ id, correct, explanationZh, explanationEn, source }: TrainingQuestionRow) => ({
  ...{ questionId: id, correct, explanationZh, explanationEn, source },
});
