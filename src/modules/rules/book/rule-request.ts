import { shownTime } from '../../../kernel/shown-time';
import { hasRole } from '../../../domain/people/roles';
import type { ProposalFault, RuleProposal } from '../../../domain/rules/rule-proposal';
import { namedText, wordIn, type NamedText, type Text } from '../../../kernel/language';
import { conflict, forbidden, invalid, wrongField, type Refusal } from '../../../kernel/refusal';
import { instantOf } from '../../../kernel/rfc3339';
import type { Caller } from '../../../platform/auth/caller';
import type { RuleProposalRequest } from './rule.dto';

export const proposalOf = (request: RuleProposalRequest): RuleProposal => ({
  key: request.key,
  regime: request.regime ?? '',
  level: request.level ?? '',
  regionCode: request.regionCode ?? '',
  validFrom: instantOf(request.validFrom),
  validTo: request.validTo ? instantOf(request.validTo) : null,
  value: request.value,
  source: request.source.trim(),
  certainty: request.certainty,
});

/** In whose name a version is set: the administrator's, or that of the region an official serves. */
export const setBy = (caller: Caller): Pick<RuleProposal, 'setBy'> =>
  hasRole(caller, 'admin') || caller.scope.kind !== 'region' ? {} : { setBy: caller.scope.regionCode };

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
    case 'rule.admin-only':
    case 'rule.set-above':
      return forbidden(fault.code);
    case 'rule.looser':
      return wrongField('value', fault.code, {
        ...shortly(fault.than.value),
        source: fault.than.source,
      });
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

/** A number, yes or no is repeated to the reader; codes and tables are found in the list of rules. */
const shortly = (value: unknown): NamedText<'held'> =>
  namedText('held', (language) => {
    if (typeof value === 'number') return String(value);
    return wordIn(typeof value === 'boolean' ? (value ? YES : NO) : LISTED, language);
  });

const YES: Text = { zh: '是', en: 'yes' };
const NO: Text = { zh: '否', en: 'no' };
const LISTED: Text = { zh: '规则列表中的现行版本', en: 'The version in the list of rules' };

const FIELD_OF = { regime: 'regime', level: 'level', region: 'regionCode' } as const;
