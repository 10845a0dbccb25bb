import { documentNumber, type DocumentKind } from '../../../domain/violations/documents/case-document';
import type { RuleVersion } from '../../../domain/rules/rule-book';
import { isoTime } from '../../../kernel/time';
import type { CaseDocumentRow } from '../../../schema/evidence/case-document.row';
import { AUDIT_BLOCKS, AUDIT_ENTRIES, excerptOf } from './audit-excerpt';
import { MOST_POINTS } from './curves.view';
import { FORMAT, listed, MANIFEST, SIGNATURE, sha256, type Manifest } from './manifest';
import type { EvidenceSigner } from './evidence-signer';
import type { CurvePoint, PackContent, PackedArc, PackedDecision } from './pack-content';

const CASE = 'case.json';
export const PAPER = 'case.pdf';
const PHOTOS = 'photos/photos.json';
const DOCUMENTS = 'documents/documents.json';
const ARCS = 'arcs/arcs.json';
const decisionFile = (id: string): string => `decisions/${id}.json`;
export const rulesFile = (version: string): string => `rules/${version}.json`;
export const photoFile = (id: string): string => `photos/${id}.jpg`;
const documentFile = ({ kind, id }: Pick<CaseDocumentRow, 'kind' | 'id'>): string => `documents/${kind}-${id}.pdf`;
const curveFile = (arcId: string): string => `arcs/${arcId}.csv`;

/** What a pack holds beside its PDF, each as a file of its own; the trail's entries only for who may read the trail. */
export function packFiles(content: PackContent, mayReadTrail: boolean): Map<string, Buffer> {
  const { found, arcs, decisions, rules, trail } = content;
  return new Map<string, Buffer>([
    [CASE, json(found)],
    [ARCS, json(arcs.map(arcLine))],
    ...arcs.filter(({ curve }) => curve.length > 0).map(({ arc, curve }) => file(curveFile(arc.id), csvOf(curve))),
    ...decisions.map((one) => file(decisionFile(one.id), json(decisionLine(one)))),
    ...[...rules].map(([version, list]: [string, readonly RuleVersion[]]) => file(rulesFile(version), json(list))),
    [PHOTOS, json(photoLines(content))],
    ...content.photos.map(({ id, bytes }) => file(photoFile(id), bytes)),
    [DOCUMENTS, json(content.documents.map(documentLine))],
    ...content.documents.map((one) => file(documentFile(one), one.pdf)),
    [AUDIT_ENTRIES, json(excerptOf(trail, mayReadTrail))],
    [AUDIT_BLOCKS, json(trail.blocks)],
  ]);
}

/** Adds the list of all files and its signature. */
export function sealed(
  files: ReadonlyMap<string, Buffer>,
  { found, arcs }: Pick<PackContent, 'found' | 'arcs'>,
  signer: EvidenceSigner,
  { platform, at }: { readonly platform: string; readonly at: number },
): Map<string, Buffer> {
  const [auditKey, ...laterAuditKeys] = signer.auditKeys;
  const manifest: Manifest = {
    format: FORMAT,
    platform,
    caseId: found.id,
    caseVersion: found.version,
    takenAt: isoTime(at),
    verdicts: arcs.flatMap(({ verdicts }) => verdicts.map(({ arcId, rule, version }) => ({ arcId, rule, version }))),
    key: signer.key,
    auditKey: auditKey!,
    ...(laterAuditKeys.length > 0 ? { laterAuditKeys } : {}),
    files: listed(files),
  };
  const content = json(manifest);
  return new Map([...files, [MANIFEST, content], [SIGNATURE, Buffer.from(signer.sign(content))]]);
}

const file = (path: string, content: Buffer): [string, Buffer] => [path, content];
const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

const arcLine = ({ arc, verdicts, curve }: PackedArc): object => ({
  ...arc,
  verdicts: verdicts.map(({ judgedAt, ...verdict }) => ({ ...verdict, judgedAt: isoTime(judgedAt) })),
  curve: curve.length > 0 ? curveFile(arc.id) : null,
  points: curve.length,
  cut: curve.length === MOST_POINTS,
});

/** As a chip measured it: current and its peak in ampere, voltage in volt. */
const COLUMNS = ['at', 'boot', 'seq', 'idx', 'ms', 'i', 'iMax', 'u', 'arcMs', 'relay', 'clock', 'disputed'] as const;

const csvOf = (curve: readonly CurvePoint[]): Buffer =>
  Buffer.from(
    [
      COLUMNS.join(','),
      ...curve.map((point) =>
        COLUMNS.map((name) => (name === 'at' ? new Date(point.at).toISOString() : (point[name] ?? ''))).join(','),
      ),
    ].join('\r\n') + '\r\n',
  );

const decisionLine = ({ replay, at, ...kept }: PackedDecision): object => ({
  ...kept,
  at: isoTime(at),
  rules: rulesFile(kept.ruleVersion),
  replayed: {
    same: replay.differences.length === 0,
    allowed: replay.decision.allowed,
    findings: replay.decision.findings,
    differences: replay.differences,
    rulesAsked: replay.rules.map(({ id }) => id),
  },
});

/** Without who made it: a pack may go to somebody who may not look people up. */
const documentLine = (one: Readonly<CaseDocumentRow>): object => ({
  id: one.id,
  kind: one.kind,
  number: documentNumber(one.kind as DocumentKind, one.officeCode, one.year, one.number),
  office: one.office,
  title: one.title,
  addressee: one.addressee,
  madeAt: isoTime(one.madeAt),
  file: documentFile(one),
  sha256: sha256(one.pdf),
  storedSha256: one.sha256,
});

const photoLines = ({ photos, photosGone }: PackContent): object[] => [
  ...photos.map((photo) => ({
    id: photo.id,
    file: photoFile(photo.id),
    sha256: sha256(photo.bytes),
    storedSha256: photo.sha256,
    uploadedAt: isoTime(photo.uploadedAt),
    uploadedBy: photo.uploadedBy,
    taken: photo.taken,
    width: photo.width,
    height: photo.height,
  })),
  ...photosGone.map((id) => ({ id, file: null })),
];
