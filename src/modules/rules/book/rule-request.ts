import { shownTime } from '../../../kernel/shown-time';
import type { ProposalFault, RuleProposal } from '../../../domain/rules/rule-proposal';
import { conflict, invalid, wrongField, type Refusal } from '../../../kernel/refusal';
import { momentOf } from '../moment';
import type { RuleProposalRequest } from './rule.dto';

export const proposalOf = (request: RuleProposalRequest): RuleProposal => ({
  key: request.key,
  regime: request.regime ?? '',
  level: request.level ?? '',
  regionCode: request.regionCode ?? '',
  validFrom: momentOf(request.validFrom),
  validTo: request.validTo ? momentOf(request.validTo) : null,
  value: request.value,
  source: request.source.trim(),
  certainty: request.certainty,
});

/** What the domain finds wrong, as the caller's fields. */
export function refusalOf(fault: ProposalFault): Refusal {
  switch (fault.code) {
    case 'rule.unknown-key':
      return wrongField('key', fault.code);
    case 'rule.level-unknown':
      return wrongField('level', fault.code);
    case 'rule.not-ahead':
      return wrongField('validFrom', fault.code);
    case 'rule.dates-reversed':
    case 'rule.leaves-gap':
      return wrongField('validTo', fault.code);
    case 'rule.does-not-vary':
      return invalid(fault.code, {
        errors: fault.by.map((dimension) => ({ path: FIELD_OF[dimension], code: fault.code })),
      });
    case 'rule.value-invalid':
      return invalid(fault.code, { errors: fault.errors });
    case 'rule.overlaps':
      return conflict(fault.code, {
        params: { from: shownTime(fault.with.validFrom) },
        extra: { versionId: fault.with.id },
      });
  }
}

const FIELD_OF = { regime: 'regime', level: 'level', region: 'regionCode' } as const;
