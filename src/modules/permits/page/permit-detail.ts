import { Injectable } from '@nestjs/common';
import { approvalPlaces, fillsSeveralSeats, placesOf } from '../../../domain/permits/approval-chain';
import { effectiveState } from '../../../domain/permits/effective-state';
import { gasTestAsked } from '../../../domain/permits/gas-asked';
import { nextTapAt, watchMs } from '../../../domain/permits/fire-watch';
import { openCommands } from '../../../domain/permits/permit-life-cycle';
import { recordsAsked, workLeaderOf } from '../../../domain/permits/paper-records';
import { timeIfSubmitted } from '../../../domain/permits/planned-time';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import type { Person } from '../../../domain/permits/snapshot';
import { HOUR, MINUTE, type Instant, isoTimeOrNull } from '../../../kernel/time';
import type { Call } from '../../../platform/auth/request';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { listed, namedWordIn, type Language } from '../../../kernel/language';
import type { Answer } from '../draft/asked/given-answers';
import { awaitedSignatures } from '../people/awaited-signatures';
import { gasTestView } from './gas-test-view';
import type { PermitView } from './permit-detail.dto';
import { measuresOf } from './permit-measures';
import type { Loaded } from '../permit-loader';
import { PermitPeople } from '../people/permit-people';
import { plantShown } from './permit-plant';
import { PermitPapers } from './permit-papers';
import { PermitPartsView, type PermitParts } from './permit-parts.view';
import type { StoredPermit } from '../stored-permit';
import { PermitUsability, type Usability } from './permit-usability';

/** For whom a permit is shown. */
export interface Viewer {
  readonly person: Person;
  readonly language: Language;
  /** Whose rights decide which names are shown, if not those of `person`. */
  readonly reader?: Person;
}

/** A permit as its page shows it, with the commands that are open to the caller. */
@Injectable()
export class PermitDetails {
  constructor(
    private readonly parts: PermitPartsView,
    private readonly people: PermitPeople,
    private readonly catalogue: Catalogue,
    private readonly usability: PermitUsability,
    private readonly papers: PermitPapers,
  ) {}

  /** As the caller sees it, with the commands open to them. `person`: who they are, where that is known already. */
  async showPermit(call: Call, { permit, rules }: Loaded, person?: Person): Promise<PermitView> {
    const { tx, caller, language, at } = call;
    const viewer = { person: person ?? (await this.people.viewerOf(tx, caller, permit, at)), language };
    return this.showTo(tx, permit, rules, viewer, at);
  }

  async showTo(tx: Tx, stored: StoredPermit, rules: PermitRules, viewer: Viewer, at: Instant): Promise<PermitView> {
    const permit = notYetSubmitted(stored) ? { ...stored, ...timeIfSubmitted(stored, at) } : stored;
    const state = effectiveState(permit, at);
    const snapshot = { permit, state, person: viewer.person, input: {}, rules, at };
    const loaded = this.parts.load(tx, permit.id, viewer.reader ?? viewer.person);
    const shown = { permit, rules, person: viewer.person, language: viewer.language, at };
    const [parts, awaited, signsFor, usability, papers] = await Promise.all([
      loaded,
      this.seated(tx, permit, rules, at).then((one) => awaitedSignatures(tx, this.people, one, rules, viewer)),
      state === 'submitted' || permit.urgent ? this.people.signsFor(tx, snapshot) : null,
      this.usability.usabilityOf(tx, permit, rules, at),
      loaded.then(({ welders }) => this.papers.papersOf(tx, welders, shown)),
    ]);
    return {
      ...identityOf(permit, parts),
      plant: plantShown(permit, parts.plantSignatures, rules, viewer.language),
      state,
      commands: openCommands(snapshot),
      ...contentOf(permit, parts),
      ...papers,
      ...usabilityShown(usability),
      ...formShown(permit, parts, rules),
      ...watchOf(permit, parts, rules),
      measures: measuresOf(permit, parts, rules, viewer.language),
      gasTest: gasTestAsked(permit, rules),
      gasTests: parts.gasTests.map((test) => gasTestView(test, rules.gasLimits, permit)),
      ...approvalOf(permit, parts, rules, viewer),
      awaited,
      signsFor,
      ...courseOf(permit, parts),
      suspendReason: this.suspendWords(parts.suspendReason, viewer.language),
    };
  }

  /** What a submission would find: whether the head of the firm holds both seats. */
  private async seated(tx: Tx, permit: StoredPermit, rules: PermitRules, at: Instant): Promise<StoredPermit> {
    if (permit.state !== 'draft' && permit.state !== 'returned') return permit;
    return { ...permit, headHoldsBoth: await this.people.headHoldsBoth(tx, permit, rules, at) };
  }

  /** The platform's own reasons are codes; people's are their words. */
  private suspendWords(reason: string | null, language: Language): string | null {
    const code = `permit.suspended-because.${reason ?? ''}`;
    return this.catalogue.has(code) ? this.catalogue.text(code, language) : reason;
  }
}

/** Until it is submitted, work whose start was left out begins now. */
const notYetSubmitted = ({ state }: StoredPermit): boolean => state === 'draft' || state === 'returned';

const identityOf = (permit: StoredPermit, parts: PermitParts) => ({
  id: permit.id,
  number: permit.number,
  code: permit.code,
  version: permit.version,
  regime: permit.regime,
  level: permit.level,
  proposedLevel: permit.proposedLevel,
  answers: answersOf(permit),
  raisedBecause: [...permit.raisedBecause],
  enterpriseId: permit.enterpriseId,
  enterpriseName: parts.enterpriseName,
  contractorId: permit.contractorId,
  contractorName: parts.contractorName,
  occupierEnterpriseId: permit.occupierEnterpriseId,
  regionCode: permit.regionCode,
  extendsId: permit.extendsId,
  extendedById: parts.extendedById,
  ruleVersion: permit.ruleVersion,
  createdAt: new Date(permit.createdAt).toISOString(),
});

const answersOf = ({ levelAnswers }: StoredPermit): Record<string, Answer> =>
  Object.fromEntries(levelAnswers.map(({ code, yes }) => [code, yes ? 'yes' : 'no']));

const contentOf = (permit: StoredPermit, parts: PermitParts) => ({
  place: {
    name: permit.placeName,
    lat: permit.lat,
    lng: permit.lng,
    source: permit.placeSource,
    radiusM: permit.radiusM,
    openAir: permit.openAir,
    kinds: [...permit.placeKinds],
    kindsOfSites: [...permit.siteKinds],
    sites: parts.sites,
  },
  siteId: permit.siteId,
  content: permit.content,
  method: permit.method,
  gases: [...permit.gases],
  plannedStart: new Date(permit.plannedStart).toISOString(),
  plannedEnd: new Date(permit.plannedEnd).toISOString(),
  startsNow: notYetSubmitted(permit) && permit.startsNow,
  minutes: notYetSubmitted(permit) ? permit.lastsMinutes : null,
  applicant: { id: permit.applicantId, name: parts.applicantName },
  machines: parts.machines,
});

/** What form A.1 has beside it. */
const formShown = (permit: StoredPermit, parts: PermitParts, rules: PermitRules) => ({
  relatedTickets: permit.relatedTickets.map(({ work, number }) => ({ work, number })),
  riskAnalysis: permit.riskAnalysis,
  workLeader: { id: workLeaderOf(permit), name: parts.workLeaderName ?? parts.applicantName },
  workPlanNumber: permit.workPlanNumber,
  video: permit.video,
  videoDays: rules.paper.videoDays,
  recordsAsked: [...recordsAsked(permit, rules)],
  records: parts.records,
});

const usabilityShown = ({ usableFrom, usableUntil, usableUntilBecause, excluded }: Usability) => ({
  usableFrom: isoTimeOrNull(usableFrom),
  usableUntil: isoTimeOrNull(usableUntil),
  usableUntilBecause: [...usableUntilBecause],
  excluded: [...excluded],
});

const watchOf = (permit: StoredPermit, parts: PermitParts, rules: PermitRules) => ({
  fireWatch: permit.fireWatchId === null ? null : { id: permit.fireWatchId, name: parts.fireWatchName ?? '' },
  watchOnAt: isoTimeOrNull(permit.watchOnAt),
  nextTapAt: permit.state === 'active' ? isoTimeOrNull(nextTapAt(permit, rules)) : null,
  tapMissedAt: isoTimeOrNull(permit.tapMissedAt),
  watchMinutes: watchMs(rules, permit.placeKinds) / MINUTE,
  watchUntil: isoTimeOrNull(permit.watchUntil),
  taps: parts.taps,
});

function approvalOf(permit: StoredPermit, parts: PermitParts, rules: PermitRules, viewer: Viewer) {
  const chain = [...placesOf(rules.chain), ...approvalPlaces(permit, rules)];
  return {
    signatures: parts.signatures.map(({ round: _, covers, ...signature }) => {
      const bothSeats = fillsSeveralSeats({ covers });
      const seats = placesOf(rules.chain).filter(({ number }) => covers?.includes(number));
      const place =
        chain.find(({ number }) => covers?.includes(number)) ?? chain.find(({ step }) => step === signature.step);
      const titles = bothSeats ? seats : place ? [place] : [];
      const names = titles.map((one) => namedWordIn(one, 'title', viewer.language));
      const title = listed(names, viewer.language);
      return { ...signature, bothSeats, title: title === '' ? signature.role : title };
    }),
    siteVisits: parts.siteVisits,
    urgent: permit.urgent,
    urgentReason: permit.urgentReason,
    countersignUntil:
      permit.urgent && permit.issuedAt !== null && rules.urgent
        ? isoTimeOrNull(permit.issuedAt + rules.urgent.countersignHours * HOUR)
        : null,
  };
}

const courseOf = (permit: StoredPermit, parts: PermitParts) => ({
  occupierPhone: parts.occupierPhone,
  occupierConfirmedAt: isoTimeOrNull(permit.occupierConfirmedAt),
  submittedAt: isoTimeOrNull(permit.submittedAt),
  issuedAt: isoTimeOrNull(permit.issuedAt),
  issuedBy: parts.issuedBy,
  startedAt: isoTimeOrNull(permit.startedAt),
  suspendedAt: isoTimeOrNull(parts.suspendedAt),
  stoppedByAuthority: permit.stoppedByAuthority,
  finishedAt: isoTimeOrNull(parts.finishedAt),
  closedAt: isoTimeOrNull(parts.closedAt),
  closeNote: parts.closeNote,
  closePhotoId: parts.closePhotoId,
  amendments: parts.amendments,
  history: parts.history,
});
