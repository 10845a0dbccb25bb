import type { FieldError } from '../../kernel/refusal';
import type { RegionCode } from '../../kernel/region-code';
import type { Instant } from '../../kernel/time';
import { REGIMES } from '../permits/permit';
import { PermitRules } from '../permits/permit-rules';
import type { RuleCertainty } from './certainty';
import { regionFault, type RegionFault } from './strictness/region-limits';
import { RuleBook, type RuleQuery, type RuleVersion } from './rule-book';
import { ruleKind, strayDimensions, valueErrors } from './rule-catalogue';
import type { Dimension } from './rule-kind';
import type { Vocabulary } from './shape';
import { succeed } from './succession';

/** A version that somebody wants to add. */
export interface RuleProposal {
  readonly key: string;
  readonly regime: string;
  readonly level: string;
  readonly regionCode: RegionCode;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  readonly value: unknown;
  readonly source: string;
  readonly certainty: RuleCertainty;
  /** The region of the official who proposes; missing: the administrator proposes. */
  readonly setBy?: RegionCode;
}

export type ProposalFault =
  | { readonly code: 'rule.unknown-key' | 'rule.level-unknown' | 'rule.not-ahead' | 'rule.dates-reversed' }
  | { readonly code: 'rule.does-not-vary'; readonly by: readonly Dimension[] }
  | { readonly code: 'rule.value-invalid'; readonly errors: readonly FieldError[] }
  | { readonly code: 'rule.overlaps'; readonly with: RuleVersion }
  | { readonly code: 'rule.leaves-gap' }
  | RegionFault;

export type Judged =
  | { readonly ok: true; readonly ends: RuleVersion | null; readonly before: RuleVersion | null }
  | { readonly ok: false; readonly fault: ProposalFault };

/** What a proposal would do: which version it ends, and what held in its place; or the first thing that is wrong with it. */
export function judgeProposal(versions: readonly RuleVersion[], proposal: RuleProposal, at: Instant): Judged {
  const book = new RuleBook(versions, '');
  const fault = contentFault(book, proposal);
  if (fault) return { ok: false, fault };
  const succession = succeed(
    versions.filter((one) => sameSlot(one, proposal)),
    proposal,
    at,
  );
  if (!succession.ok) return { ok: false, fault: timeFault(succession.fault, succession.with) };
  const before = book.inForce(proposal.key, proposal, proposal.validFrom);
  if (before !== null && leavesGap(versions, proposal)) return { ok: false, fault: { code: 'rule.leaves-gap' } };
  const beyond = regionFault(proposal, succession.ends, heldInItsPlace(versions, proposal));
  if (beyond) return { ok: false, fault: beyond };
  return { ok: true, ends: succession.ends, before };
}

export const sameSlot = (
  one: RuleVersion,
  other: Pick<RuleProposal, 'key' | 'regime' | 'level' | 'regionCode'>,
): boolean =>
  one.key === other.key &&
  one.regime === other.regime &&
  one.level === other.level &&
  one.regionCode === other.regionCode;

function contentFault(book: RuleBook, proposal: RuleProposal): ProposalFault | null {
  const kind = ruleKind(proposal.key);
  if (!kind) return { code: 'rule.unknown-key' };
  const stray = strayDimensions(kind, proposal);
  if (stray.length > 0) return { code: 'rule.does-not-vary', by: stray };
  const words = vocabulary(book, proposal, proposal.validFrom);
  if (proposal.level !== '' && !words.levels.includes(proposal.level)) return { code: 'rule.level-unknown' };
  const errors = valueErrors(kind, proposal.value, words);
  return errors.length > 0 ? { code: 'rule.value-invalid', errors } : null;
}

/** The words that values may repeat, as they will stand when the version begins. A level belongs to a regime. */
export function vocabulary(book: RuleBook, { regime }: { readonly regime: string }, at: Instant): Vocabulary {
  const rules = new PermitRules(book, { regime, level: '', regionCode: '' }, at);
  return {
    levels: regime === '' ? [] : rules.knownLevels,
    placeKinds: rules.placeKinds.map(({ code }) => code),
  };
}

/** The versions that hold without the region's own one, for all regimes and levels that the proposal covers. */
function heldInItsPlace(versions: readonly RuleVersion[], proposal: RuleProposal): RuleVersion[] {
  const { key, validFrom } = proposal;
  const others = new RuleBook(
    versions.filter((one) => !sameSlot(one, proposal)),
    '',
  );
  return askedBy(others, proposal).flatMap((query) => others.inForce(key, query, validFrom) ?? []);
}

/** Each regime and level by which a version may be asked. */
function askedBy(book: RuleBook, { key, regime, level, regionCode, validFrom }: RuleProposal): RuleQuery[] {
  const varies = (dimension: Dimension): boolean => ruleKind(key)?.variesBy.includes(dimension) ?? false;
  const all = regime === '' && varies('regime') ? ['', ...REGIMES] : [regime];
  return all.flatMap((one) => {
    const known = varies('level') ? ['', ...vocabulary(book, { regime: one }, validFrom).levels] : [''];
    return (level === '' ? known : [level]).map((of) => ({ regime: one, level: of, regionCode }));
  });
}

function timeFault(fault: 'not-ahead' | 'reversed' | 'overlaps', rival: RuleVersion | null): ProposalFault {
  if (fault === 'overlaps' && rival) return { code: 'rule.overlaps', with: rival };
  return { code: fault === 'reversed' ? 'rule.dates-reversed' : 'rule.not-ahead' };
}

/** After a version with an end a wider one must take over: where none does, the platform would have no answer. */
function leavesGap(versions: readonly RuleVersion[], proposal: RuleProposal): boolean {
  const { validTo } = proposal;
  if (validTo === null) return false;
  const afterwards = versions.filter((one) => !sameSlot(one, proposal) || one.validFrom >= validTo);
  return new RuleBook(afterwards, '').inForce(proposal.key, proposal, validTo) === null;
}
