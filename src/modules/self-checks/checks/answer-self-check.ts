import { Injectable } from '@nestjs/common';
import { faultOfAnswers, faultOfSigning, failuresOf, type SelfCheckFault } from '../../../domain/self-checks/self-check'; // prettier-ignore
import type { Finding } from '../../../domain/violations/finding';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OwnPhotos } from '../../../platform/files/own-photos';
import { RegistryReader } from '../../registry/registry.reader';
import { RaiseOwnHazards } from '../../supervision/raise-own-hazards';
import { FindSelfChecks } from './find-self-checks';
import { OpenSelfChecks } from './open-self-checks';
import type { SelfCheckAnswerRequest, SelfCheckDetail, SignSelfCheckRequest } from './self-check.dto';
import { SelfCheckStore, type SelfCheck, type StoredAnswer } from './self-check.store';

type Answers = readonly SelfCheckAnswerRequest[];

/** Ticked item by item by the people of the firm, signed by its principal; what fails is a hazard of the firm from then on. */
@Injectable()
export class AnswerSelfCheck {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly checks: SelfCheckStore,
    private readonly open: OpenSelfChecks,
    private readonly find: FindSelfChecks,
    private readonly registry: RegistryReader,
    private readonly photos: OwnPhotos,
    private readonly raise: RaiseOwnHazards,
    private readonly journal: Journal,
  ) {}

  /** The check of the running period, with what is ticked so far. */
  async begin(request: Request, answers: Answers): Promise<Result<SelfCheckDetail, Refusal>> {
    const { caller, at } = request;
    const { enterpriseId } = caller;
    if (enterpriseId === null) return refused(forbidden('self-check.own-firm-only'));
    const begun = await this.uow.attempt(caller.scope, async (tx): Promise<Result<string, Refusal>> => {
      const firm = (await this.registry.enterpriseById(tx, enterpriseId))!;
      const { id } = await this.open.openFor(tx, firm, at);
      const wrong = await this.saveAnswers({ ...request, tx }, id, answers);
      return wrong ? refused(wrong) : ok(id);
    });
    return begun.ok ? this.find.one(request, begun.value) : begun;
  }

  async answer(request: Request, id: string, answers: Answers): Promise<Result<SelfCheckDetail, Refusal>> {
    const saved = await this.uow.attempt(request.caller.scope, async (tx): Promise<Result<null, Refusal>> => {
      const wrong = await this.saveAnswers({ ...request, tx }, id, answers);
      return wrong ? refused(wrong) : ok(null);
    });
    return saved.ok ? this.find.one(request, id) : saved;
  }

  async sign(request: Request, id: string, body: SignSelfCheckRequest): Promise<Result<SelfCheckDetail, Refusal>> {
    const { caller } = request;
    if (caller.seatWaiting) return refused(forbidden('permit.seat-unconfirmed'));
    const signed = await this.uow.attempt(caller.scope, async (tx): Promise<Result<null, Refusal>> => {
      const call = { ...request, tx };
      const wrong = await this.saveAnswers(call, id, body.answers ?? []);
      if (wrong) return refused(wrong);
      const check = (await this.checks.find(tx, id))!;
      if (!(await this.find.maySign(call, check))) return refused(forbidden('self-check.principal-signs'));
      if (!(await this.photos.areOf(tx, caller, [body.signatureId])))
        return refused(wrongField('signatureId', 'violation.photo-unknown'));
      const answers = await this.checks.answers(tx, id);
      const open = faultOfSigning(this.find.itemsOf(check), answers);
      if (open) return refused(atItem(open));
      await this.saveSignature(call, check, body, answers);
      return ok(null);
    });
    return signed.ok ? this.find.one(request, id) : signed;
  }

  private async saveAnswers(call: Call, id: string, given: Answers): Promise<Refusal | null> {
    const { tx, caller, at } = call;
    const check = await this.checks.lock(tx, id);
    if (!check) return notFound('self-check.not-found');
    if (check.enterpriseId !== caller.enterpriseId) return forbidden('self-check.own-firm-only');
    if (check.signedAt !== null) return conflict('self-check.signed-already');
    const answers = given.map(({ note, ...one }) => ({ ...one, note: readTyped(note ?? '') || null }));
    const wrong = faultOfAnswers(this.find.itemsOf(check), answers);
    if (wrong) return atItem(wrong);
    const known = new Set((await this.checks.answers(tx, id)).flatMap(({ photoIds }) => photoIds));
    const added = answers.flatMap(({ photoIds = [] }) => photoIds).filter((photo) => !known.has(photo));
    if (!(await this.photos.areOf(tx, caller, added))) return wrongField('answers', 'violation.photo-unknown');
    await this.checks.saveAnswers(
      tx,
      answers.map(({ photoIds = [], ...one }) => ({
        ...{ ...one, checkId: id, photoIds, answeredBy: caller.userId, answeredAt: at },
      })),
    );
    const entry = { action: 'self-check.answered', entity: 'self-check', entityId: id, regionCode: check.regionCode };
    const after = Object.fromEntries(answers.map(({ code, answer }) => [code, answer]));
    if (answers.length > 0) this.journal.record(tx, caller, at, [{ ...entry, after }]);
    return null;
  }

  private async saveSignature(
    call: Call,
    check: SelfCheck,
    { signedName, signatureId }: SignSelfCheckRequest,
    answers: readonly StoredAnswer[],
  ): Promise<void> {
    const { tx, caller, at } = call;
    const failures = failuresOf(this.find.itemsOf(check), answers);
    const findings = failures.map(({ item, answer }): Finding => ({
      ...{ kind: item.kind, source: 'self-check', certainty: 'confirmed', foundAt: at },
      ...{ enterpriseId: check.enterpriseId, regionCode: check.regionCode },
      ...{ description: `${item.zh}：${answer.note ?? ''}`, photoIds: [...answer.photoIds] },
      evidence: { selfCheckId: check.id, item: item.code },
    }));
    const cases = await this.raise.execute(call, findings);
    const links = cases.map((violationId, i) => ({ violationId, checkId: check.id, code: failures[i]!.item.code }));
    await this.checks.addFindings(tx, links);
    const signature = { ledBy: caller.userId, signedName: readTyped(signedName), signatureId, signedAt: at };
    await this.checks.sign(tx, check.id, signature);
    const { id: entityId, regionCode, enterpriseId } = check;
    const entry = { action: 'self-check.signed', entity: 'self-check', entityId, regionCode };
    const event = { type: 'self-check.signed', entity: 'self-check', entityId, regionCode };
    this.journal.record(
      tx,
      caller,
      at,
      [{ ...entry, after: { failed: failures.map(({ item }) => item.code) } }],
      [{ ...event, enterpriseIds: [enterpriseId], data: { findings: cases.length } }],
    );
  }
}

const atItem = ({ fault, code }: { fault: SelfCheckFault; code: string }): Refusal =>
  wrongField(`answers.${code}`, fault);
