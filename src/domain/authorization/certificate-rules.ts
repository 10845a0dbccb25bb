import { shownTime } from '../../kernel/shown-time';
import { shanghaiDate, type Instant } from '../../kernel/time';
import type { Certificate } from '../certificates/certificate';
import { claimHolds, claimOf } from '../certificates/scan-claim';
import { reviewOverdue, reviewsAbolishedFrom } from '../certificates/certificate-state';
import { coversProcess, operationsByProcess } from '../certificates/covers-process';
import { onlyUnusualKinds, usualKinds } from '../certificates/usual-kinds';
import { kindNames } from '../certificates/words';
import { processNames } from '../registry/words';
import type { Facts } from './facts';
import { asVariant, blocking, fewestBlocks, warning, type Finding, type FindingParams } from './finding';
import type { CertificateRule, PermitRule } from './rule';

/** 特种作业操作证 must be real, and checked by somebody (安监总局令30号); a scanned e-certificate stands in for some hours. */
const checked: CertificateRule = (certificate, _facts, at) => {
  const { status } = certificate;
  if (status === 'verified') return [];
  if (claimHolds(certificate, at))
    return [asVariant('scanned', warning('certificate.unverified', untilOf(certificate)))];
  return [blocking(`certificate.${status}`)];
};

const untilOf = (certificate: Certificate): FindingParams => {
  const claim = claimOf(certificate);
  return claim === null ? {} : { until: shownTime(claim.to) };
};

/** Half open: the printed last day belongs to it. */
const inDate: CertificateRule = ({ validFrom, validTo }, _facts, at) => {
  const printed = { from: shanghaiDate(validFrom), to: shanghaiDate(validTo - 1) };
  if (at < validFrom) return [blocking('certificate.not-yet-valid', printed)];
  return at < validTo ? [] : [blocking('certificate.expired', printed)];
};

const coversMachine: CertificateRule = ({ operations }, { machine, rules }, at) => {
  if (!machine) return [];
  return coversProcess(operations, machine.process, operationsByProcess(rules, at))
    ? []
    : [blocking('certificate.operation-mismatch', { process: machine.process, ...processNames(machine.process) })];
};

const reviewed: CertificateRule = (certificate, { rules }, at) => {
  const { reviewDueAt } = certificate;
  return reviewDueAt !== null && reviewOverdue(certificate, at, reviewsAbolishedFrom(rules, at))
    ? [blocking('certificate.review-overdue', { dueOn: shanghaiDate(reviewDueAt - 1) })]
    : [];
};

const CERTIFICATE_RULES: readonly CertificateRule[] = [checked, inDate, coversMachine, reviewed];

/** Rule `certificate.kinds` (notice of 2025-04-17): pointed out, for nothing says what equipment is welded. */
export const kindUsual: PermitRule = ({ regime, level, regionCode }, { certificates, rules }, at) => {
  const usual = usualKinds(rules, { regime, level, regionCode }, at);
  const unusual = onlyUnusualKinds(certificates, usual, at, reviewsAbolishedFrom(rules, at));
  return unusual ? [warning('certificate.kind-unusual', kindNames(usual ?? []))] : [];
};

/** One certificate in order is enough; otherwise the one that lacks least says what to mend. */
export function findingsOfHeld(certificates: readonly Certificate[], facts: Facts, at: Instant): Finding[] {
  const judged = certificates.map((one) => ({ findings: findingsOf(one, facts, at) }));
  return fewestBlocks(judged)?.findings ?? [blocking('certificate.missing')];
}

const findingsOf = (certificate: Certificate, facts: Facts, at: Instant): Finding[] =>
  CERTIFICATE_RULES.flatMap((rule) => rule(certificate, facts, at));
