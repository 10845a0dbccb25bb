import { Injectable } from '@nestjs/common';
import { explainFinding } from '../../../domain/authorization/explain-finding';
import type { Finding } from '../../../domain/authorization/finding';
import { replay, type ReplayDifference } from '../../../domain/authorization/replay';
import { ruleKind } from '../../../domain/rules/rule-catalogue';
import { RuleBook, type RuleVersion } from '../../../domain/rules/rule-book';
import { wordIn, type Language } from '../../../kernel/language';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { RulesReader } from '../../rules/rules.reader';
import { ViolationDetails } from '../../supervision/violation-detail.view';
import { KeptDecisions, type DecisionOnRecord } from '../kept-decisions.view';
import { workOf } from '../work-of-case';
import { codeWords } from './code-words';
import { ReplayNamesView } from './replay-names.view';
import type { CaseDecisions, ReplayAnswer, ReplayDifferenceView, ReplayRule, ReplayView } from './replay.dto';

/** 判定复演: why power was given or refused, and whether the same facts and rules say the same again. */
@Injectable()
export class ReplayDecision {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly details: ViolationDetails,
    private readonly kept: KeptDecisions,
    private readonly names: ReplayNamesView,
    private readonly rules: RulesReader,
    private readonly catalogue: Catalogue,
  ) {}

  execute(request: Request, id: string): Promise<Result<ReplayView, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const kept = await this.kept.find(tx, id);
      return kept ? ok(await this.show({ ...request, tx }, kept)) : refused(notFound('decision.not-found'));
    });
  }

  ofCase(request: Request, id: string): Promise<Result<CaseDecisions, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const found = await this.details.find({ ...request, tx }, id);
      if (!found) return refused(notFound('violation.not-found'));
      const kept = await this.kept.ofCase(tx, workOf(found));
      return ok({ items: kept.map(({ id, at, purpose, allowed }) => ({ id, at: isoTime(at), purpose, allowed })) });
    });
  }

  private async show({ tx, language }: Call, kept: DecisionOnRecord): Promise<ReplayView> {
    const versions = await this.rules.versionsAsOf(tx, kept.ruleVersion);
    const again = replay(kept, versions);
    const { id, at, purpose, machineId, welderId, ruleVersion, facts } = kept;
    return {
      ...{ id, at: isoTime(at), purpose, machineId, welderId, ruleVersion },
      names: await this.names.of(tx, kept),
      ruleVersionNow: this.rules.book().version,
      kept: answerShown(kept, language),
      again: answerShown(again.decision, language),
      same: again.differences.length === 0,
      differences: again.differences.map((one) => this.differenceShown(one, language)),
      rules: again.rules.map((rule) => ruleShown(rule, language)),
      facts: { ...facts },
      codes: codeWords(facts, new RuleBook(versions, ruleVersion), kept.at, language),
    };
  }

  private differenceShown(difference: ReplayDifference, language: Language): ReplayDifferenceView {
    const say = (value: boolean | string | null | Finding): string | null => {
      if (value === null || typeof value === 'string') return value;
      if (typeof value === 'boolean')
        return this.catalogue.text(value ? 'decision.allowed' : 'decision.refused', language, {});
      const severity = this.catalogue.text(`decision.severity.${value.severity}`, language, {});
      return `${severity} ${explainFinding(value, language).message}`;
    };
    return {
      kind: difference.kind,
      was: 'was' in difference ? say(difference.was) : null,
      is: 'is' in difference ? say(difference.is) : null,
    };
  }
}

const answerShown = (
  { allowed, permitId, findings }: Pick<DecisionOnRecord, 'allowed' | 'permitId' | 'findings'>,
  language: Language,
): ReplayAnswer => ({ allowed, permitId, findings: findings.map((finding) => explainFinding(finding, language)) });

function ruleShown({ validFrom, validTo, setBy: _, ...rule }: RuleVersion, language: Language): ReplayRule {
  const kind = ruleKind(rule.key);
  return {
    ...rule,
    name: kind === null ? rule.key : wordIn(kind, language),
    validFrom: isoTime(validFrom),
    validTo: isoTimeOrNull(validTo),
  };
}
