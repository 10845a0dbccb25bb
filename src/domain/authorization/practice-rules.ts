import { shownTime } from '../../kernel/shown-time';
import type { Instant } from '../../kernel/time';
import { findingsOfHeld } from './certificate-rules';
import type { Facts, PracticeFacts } from './facts';
import { asVariant, blocking, isBlocking, warning, type Finding } from './finding';
import type { FindingCode } from './finding-texts';
import type { PermitRule, Rule } from './rule';

/** Whose card was taken away or was never real does not come back to a torch as a pupil. */
const NEVER_COVERED: readonly FindingCode[] = ['certificate.revoked', 'certificate.forged'];

/** A certificate of one's own, or that of the instructor in whose session a pupil practises (domain.md: training schools). */
export const certificateHeld: Rule = (facts, at) => {
  if (!facts.welder) return [];
  const own = findingsOfHeld(facts.certificates, facts, at);
  const { practice } = facts;
  if (!practice || !coverable(own)) return own;
  const lack = lackOf(practice, facts, at);
  return lack === null
    ? [warning('certificate.under-instruction', { until: shownTime(practice.endsAt) })]
    : [asVariant(lack, blocking('certificate.missing'))];
};

/** The session on which a pupil's work rests; null where the welder's own certificate bears it, or nothing does. */
export function practiceBearing(facts: Facts, at: Instant): PracticeFacts | null {
  const { practice = null, certificates } = facts;
  if (!practice || !coverable(findingsOfHeld(certificates, facts, at))) return null;
  return lackOf(practice, facts, at) === null ? practice : null;
}

/** Pupils learn at their school: at a customer's they would be work without a certificate, whoever's permit names them. */
export function practiceElsewhere(ownerId: string | null, facts: Facts, at: Instant): Finding[] {
  const practice = practiceBearing(facts, at);
  const isAtSchool = practice === null || (ownerId !== null && ownerId === practice.schoolId);
  return isAtSchool ? [] : [asVariant('practice-elsewhere', blocking('certificate.missing'))];
}

export const practiceAtSchool: PermitRule = ({ enterpriseId }, facts, at) => practiceElsewhere(enterpriseId, facts, at);

const coverable = (own: readonly Finding[]): boolean =>
  own.some(isBlocking) && !own.some(({ code }) => NEVER_COVERED.includes(code));

type Lack = 'practice-over' | 'instructor-uncertified' | 'instructor-elsewhere';

/** A one-time code works where nobody can ask whether the instructor is there. */
function lackOf({ endsAt, presentUntil, certificates }: PracticeFacts, facts: Facts, at: Instant): Lack | null {
  if (facts.asked.purpose === 'offline-code') return 'instructor-elsewhere';
  if (at >= Math.min(endsAt, presentUntil)) return 'practice-over';
  return findingsOfHeld(certificates, facts, at).some(isBlocking) ? 'instructor-uncertified' : null;
}
