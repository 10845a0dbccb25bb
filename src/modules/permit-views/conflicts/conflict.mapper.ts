import type { Caller } from '../../../platform/auth/caller';
import { wordIn, type Language, type Text } from '../../../kernel/language';
import type { KnownConflict, OtherWork } from '../../permits/conflicts.reader';
import type { ConflictAnswer, ConflictingWork, ConflictView } from './conflict.dto';
import { isoTime } from '../../../kernel/time';

/** Work nobody's enterprise asked for is a self-employed welder's. */
const UNNAMED: Text = { zh: '个人作业', en: 'A self-employed welder' };

export const conflictAnswer = (
  conflicts: readonly KnownConflict[],
  caller: Caller,
  language: Language,
): ConflictAnswer => ({
  blocked: conflicts.some(({ rule }) => rule.severity === 'block'),
  items: conflicts.map((conflict) => toView(conflict, caller, language)),
});

const toView = (conflict: KnownConflict, caller: Caller, language: Language): ConflictView => ({
  code: conflict.rule.code,
  severity: conflict.rule.severity,
  message: wordIn(conflict.rule, language),
  legalBasis: conflict.source,
  distanceM: conflict.distanceM,
  limitM: conflict.rule.distanceM,
  from: isoTime(conflict.from),
  to: isoTime(conflict.to),
  other: conflict.other && otherSide(conflict.other, caller, language),
});

/** Of another's work only what safety needs: who, where, when and what; not which permit, and nobody's name or phone. */
function otherSide(other: OtherWork, { enterpriseId }: Caller, language: Language): ConflictingWork {
  const own = enterpriseId !== null && [other.enterpriseId, other.contractorId].includes(enterpriseId);
  return {
    kind: other.kind,
    permitId: own && other.kind === 'hot-work' ? other.id : null,
    number: own ? other.number : null,
    unit: other.enterpriseName ?? wordIn(UNNAMED, language),
    own,
    placeName: other.placeName,
    lat: other.lat,
    lng: other.lng,
    content: other.content,
    from: isoTime(other.from),
    to: isoTime(other.to),
  };
}
