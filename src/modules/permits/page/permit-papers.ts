import { Injectable } from '@nestjs/common';
import { certificateWarnMs, reviewsAbolishedFrom } from '../../../domain/certificates/certificate-state';
import { onlyUnusualKinds, usualKinds } from '../../../domain/certificates/usual-kinds';
import { kindNames } from '../../../domain/certificates/words';
import { recordsMissing } from '../../../domain/permits/paper-records';
import { certificateFaults, shownState } from '../../../domain/permits/named-certificates';
import { mayBeShownPapers } from '../../../domain/permits/people';
import type { PermitState } from '../../../domain/permits/permit';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import type { OutsideDoubt } from '../../../domain/permits/outside-doubt';
import { watcherElsewhere, weldersElsewhere, type OverlappingWork } from '../../../domain/permits/same-people';
import type { Person } from '../../../domain/permits/snapshot';
import { circumstanceName } from '../../../domain/permits/words';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { wordIn, type Language } from '../../../kernel/language';
import { CertificatesReader, type ShownCertificate } from '../../certificates/certificates.reader';
import { RulesReader } from '../../rules/rules.reader';
import { ConflictsReader } from '../conflicts.reader';
import { OutsideDoubts } from '../people/outside-doubts';
import { SamePeople } from '../people/same-people.reader';
import type { StoredPermit } from '../stored-permit';
import type { PermitConflictView, PermitFindingView, PermitReasonView, PermitWelderView } from './permit-papers.dto';

/** What somebody has to know before they sign. Null: the papers of others are not theirs to see. */
export interface Papers {
  readonly welders: PermitWelderView[];
  readonly conflicts: PermitConflictView[];
  readonly reasons: PermitReasonView[];
  readonly findings: PermitFindingView[];
}

interface Shown {
  readonly permit: StoredPermit;
  readonly rules: PermitRules;
  readonly person: Person;
  readonly language: Language;
  readonly at: Instant;
}

/** States in which it can still be decided otherwise. */
const OPEN: readonly PermitState[] = ['draft', 'returned', 'submitted', 'approved', 'issued'];

/** Certificates of the welders named, works that conflict, and what made the level: asked live, shown before the signature. */
@Injectable()
export class PermitPapers {
  constructor(
    private readonly certificates: CertificatesReader,
    private readonly conflicts: ConflictsReader,
    private readonly people: SamePeople,
    private readonly outside: OutsideDoubts,
    private readonly book: RulesReader,
    private readonly catalogue: Catalogue,
  ) {}

  async papersOf(tx: Tx, welders: readonly { id: string; name: string }[], shown: Shown): Promise<Papers> {
    const { permit, rules, person, language, at } = shown;
    const reasons = reasonsOf(permit, rules, language);
    if (!mayBeShownPapers({ permit, person, rules }))
      return { welders: welders.map((one) => ({ ...one, certificates: null })), conflicts: [], reasons, findings: [] };
    const open = OPEN.includes(permit.state);
    const [cards, conflicts, overlapping, doubts] = await Promise.all([
      welders.length === 0 ? new Map<string, ShownCertificate[]>() : this.certificates.shownOf(tx, permit.welderIds),
      open ? this.conflictsOf(tx, shown) : [],
      open ? this.people.overlapping(tx, permit, at) : [],
      open ? this.outside.doubtsOf(tx, permit, at) : [],
    ]);
    const abolished = reviewsAbolishedFrom(this.book.book(), at);
    const warnMs = certificateWarnMs(this.book.book(), at);
    const held = (id: string) => cards.get(id) ?? [];
    const name = (id: string): string => welders.find((one) => one.id === id)?.name ?? id;
    const faults = welders.flatMap(({ id }) =>
      certificateFaults(
        held(id).map(({ certificate }) => certificate),
        permit,
        at,
        abolished,
      ).map((code) => this.finding(code, { name: name(id) }, id, language)),
    );
    const begins = Math.max(at, permit.plannedStart);
    const usual = usualKinds(this.book.book(), permit, begins);
    const unusual = welders.flatMap(({ id }) =>
      onlyUnusualKinds(
        held(id).map(({ certificate }) => certificate),
        usual,
        begins,
        abolished,
      )
        ? [this.finding('certificate.kind-unusual', { name: name(id), ...kindNames(usual ?? []) }, id, language)]
        : [],
    );
    const elsewhere = weldersElsewhere(permit, overlapping).map(({ welderId, number, placeName }) =>
      this.finding('permit.welder-elsewhere', { name: name(welderId), number, place: placeName }, welderId, language),
    );
    return {
      welders: welders.map(({ id, name: shownName }) => ({
        id,
        name: shownName,
        certificates: held(id).map(({ certificate, numberMasked, validTo }) => ({
          kind: certificate.kind,
          operations: [...certificate.operations],
          numberMasked,
          validTo,
          state: shownState(certificate, at, { reviewsAbolished: abolished, warnMs }),
        })),
      })),
      conflicts,
      reasons,
      findings: open
        ? [
            ...doubts.map((one) => this.outsideFinding(one, rules, language)),
            ...faults,
            ...unusual,
            ...elsewhere,
            ...this.watcherFindings(shown, overlapping),
            ...this.recordFindings(shown),
          ]
        : [],
    };
  }

  private outsideFinding(
    { standing, name, welderId }: OutsideDoubt,
    { paper: { contractorAgreement: severity } }: PermitRules,
    language: Language,
  ): PermitFindingView {
    const code = `contract.${standing}`;
    const whose = welderId === null ? 'firm' : 'worker';
    const then = this.catalogue.text(`permit.told.contract.then-${severity}`, language, {});
    const message = `${this.catalogue.text(`permit.told.${code}-${whose}`, language, { name })} ${then}`;
    return { code, severity, message, welderId };
  }

  private watcherFindings({ permit, language }: Shown, overlapping: readonly OverlappingWork[]): PermitFindingView[] {
    const other = watcherElsewhere(permit, overlapping);
    const code = 'permit.watcher-double-booked';
    if (!other) return [];
    const params = { number: other.number, place: other.placeName };
    return [{ code, severity: 'warn', message: this.catalogue.text(code, language, params), welderId: null }];
  }

  /** What the form lacks, once the work has been released. */
  private recordFindings({ permit, rules, language }: Shown): PermitFindingView[] {
    const lacking = permit.state === 'issued' ? recordsMissing(permit, rules) : [];
    return lacking.map((code) => ({
      code,
      severity: 'warn',
      message: this.catalogue.text(code, language),
      welderId: null,
    }));
  }

  private finding(
    code: string,
    params: Readonly<Record<string, string>>,
    welderId: string,
    language: Language,
  ): PermitFindingView {
    return {
      code,
      severity: 'warn',
      message: this.catalogue.text(`permit.told.${code}`, language, params),
      welderId,
    };
  }

  private async conflictsOf(tx: Tx, { permit, language, at }: Shown): Promise<PermitConflictView[]> {
    const { regime, level, regionCode, lat, lng, placeKinds: kinds, plannedStart: from, plannedEnd: to } = permit;
    const place = { regime, level, regionCode, lat, lng, kinds };
    const found = await this.conflicts.conflictsOf(tx, place, { from, to }, permit.id, this.book.book(), at);
    return found
      .filter(({ other }) => other === null || other.id !== permit.extendsId)
      .map(({ rule, distanceM, other, source, ...time }) => ({
        code: rule.code,
        severity: rule.severity,
        text: wordIn(rule, language),
        distanceM,
        kind: other?.kind ?? rule.with,
        placeName: other?.placeName ?? permit.placeName,
        from: new Date(time.from).toISOString(),
        to: new Date(time.to).toISOString(),
        source,
      }));
  }
}

/** What was answered with yes, and what raised the level by itself. */
function reasonsOf(permit: StoredPermit, rules: PermitRules, language: Language): PermitReasonView[] {
  const yes = new Set(permit.levelAnswers.filter((one) => one.yes).map(({ code }) => code));
  return [
    ...rules.levelQuestions
      .filter(({ code }) => yes.has(code))
      .map((question) => ({ code: question.code, text: wordIn(question, language), level: question.level })),
    ...permit.raisedBecause.map((code) => ({ code, text: circumstanceName(code, language), level: permit.level })),
  ];
}
