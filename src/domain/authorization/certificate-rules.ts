import { covers, shanghaiDate, shanghaiMidnight, type Instant } from '../../kernel/time';
import type { Certificate } from '../certificates/certificate';
import { coversProcess, type OperationForProcess } from '../certificates/covers-process';
import type { Facts } from './facts';
import { blocking, fewestBlocks, type Finding } from './finding';
import type { CertificateRule, Rule } from './rule';

/** 特种作业操作证 must be real, and checked by somebody (安监总局令30号). */
const checked: CertificateRule = ({ status }) => (status === 'verified' ? [] : [blocking(`certificate.${status}`)]);

/** Half open: the printed last day belongs to it. */
const inDate: CertificateRule = ({ validFrom, validTo }, _facts, at) =>
  covers({ from: validFrom, to: validTo }, at)
    ? []
    : [blocking('certificate.expired', { from: shanghaiDate(validFrom), to: shanghaiDate(validTo - 1) })];

/** Rule `certificate.operation-for-process`. */
const coversMachine: CertificateRule = ({ operations }, { machine, rules }, at) => {
  if (!machine) return [];
  const table = rules.value<OperationForProcess>('certificate.operation-for-process', {}, at);
  return coversProcess(operations, machine.process, table)
    ? []
    : [blocking('certificate.operation-mismatch', { process: machine.process })];
};

/**
 * Three-yearly reviews of 特种作业操作证 ended on the day of rule `certificate.review-abolished-from`: reviews due from then
 * on are void, cards that had lapsed before stay so. Reviews of 特种设备 cards (TSG Z6002) go on.
 */
const reviewed: CertificateRule = ({ kind, reviewDueAt }, { rules }, at) => {
  if (reviewDueAt === null || at < reviewDueAt) return [];
  const abolished = shanghaiMidnight(rules.value<string>('certificate.review-abolished-from', {}, at));
  if (kind === 'special-operation' && reviewDueAt > abolished) return [];
  return [blocking('certificate.review-overdue', { dueOn: shanghaiDate(reviewDueAt - 1) })];
};

const CERTIFICATE_RULES: readonly CertificateRule[] = [checked, inDate, coversMachine, reviewed];

/** One certificate in order is enough; otherwise the one that lacks least says what to mend. */
export const certificateHeld: Rule = (facts, at) => {
  if (!facts.welder) return [];
  const judged = facts.certificates.map((one) => ({ findings: findingsOf(one, facts, at) }));
  return fewestBlocks(judged)?.findings ?? [blocking('certificate.missing')];
};

const findingsOf = (certificate: Certificate, facts: Facts, at: Instant): Finding[] =>
  CERTIFICATE_RULES.flatMap((rule) => rule(certificate, facts, at));
