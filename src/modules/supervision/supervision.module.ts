import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ForgetAccused } from './forget-accused';
import { IdentityModule } from '../identity/identity.module';
import { JobsModule } from '../jobs/jobs.module';
import { PermitsModule } from '../permits/permits.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { ArcFactsView } from './arc-facts.view';
import { ArcFindings } from './arc-findings';
import { ArcJudge } from './arc-judge';
import { Assignees } from './assignees';
import { CaseArcs } from './case-arcs.view';
import { CaseHistory } from './case-history.view';
import { ArcsOfPeriodView } from './arcs-of-period.view';
import { CommandFacts } from './command-facts';
import { CommandViolation } from './command-violation';
import { DETECTORS, type Detector } from './detectors/detector';
import { ForgedCards } from './detectors/forged-cards';
import { FallenArcHours } from './detectors/fallen-arc-hours';
import { PermitsWithoutArcs } from './detectors/permits-without-arcs';
import { DoubtedPhotos } from './detectors/doubted-photos';
import { GoneMachines } from './detectors/gone-machines';
import { OftenOccupiers } from './detectors/often-occupiers';
import { OutsideSites } from './detectors/outside-sites';
import { OverdueCountersigns } from './detectors/overdue-countersigns';
import { OverlongWork } from './detectors/overlong-work';
import { RemoteScans } from './detectors/remote-scans';
import { SharedCards } from './detectors/shared-cards';
import { SharedDevices } from './detectors/shared-devices';
import { SkippedWatches } from './detectors/skipped-watches';
import { SpecialPeriodWork } from './detectors/special-period-work';
import { AtTwoPlaces } from './detectors/two-places';
import { TimedSuspensions } from './detectors/timed-suspensions';
import { UnansweredPhotos } from './detectors/unanswered-photos';
import { EscalateOverdue } from './escalate-overdue';
import { FindViolations } from './find-violations';
import { CaseHandoverStore } from './handovers/case-handover.store';
import { CaseHandoversController } from './handovers/case-handovers.controller';
import { CaseOfficers } from './handovers/case-officers';
import { HandOverCase } from './handovers/hand-over-case';
import { ShowHandovers } from './handovers/show-handovers';
import { JudgeArcs } from './judge-arcs';
import { JudgeMachinesAgain } from './judge-machines-again';
import { RaiseChipSignals } from './raise-chip-signals';
import { RaiseOwnHazards } from './raise-own-hazards';
import { RaiseViolation } from './raise-violation';
import { RecomputeVerdicts } from './recompute-verdicts';
import { RecordViolation } from './record-violation';
import { ReviewForgedCards } from './review-forged-cards';
import { SettleSilences } from './settle-silences';
import { TellPrincipals } from './tell-principals';
import { GridsModule } from '../regions/grids/grids.module';
import { RegionsModule } from '../regions/regions.module';
import { Absentees } from './leaves/absentees.view';
import { KeepLeaves } from './leaves/keep-leaves';
import { LeavesController } from './leaves/leaves.controller';
import { BringBackCases } from './leaves/bring-back-cases';
import { PassOnCases } from './leaves/pass-on-cases';
import { RemindDue } from './remind-due';
import { RecordSubjects } from './recorded-subjects';
import { SaveStep } from './save-step';
import { SubjectsView } from './subjects.view';
import { supervisionTexts } from './supervision.texts';
import { TakeOverGrids } from './takeover/take-over-grids';
import { TakeoverController } from './takeover/takeover.controller';
import { VerdictStore } from './verdict.store';
import { ViolationArcsStore } from './violation-arcs.store';
import { ViolationDetails } from './violation-detail.view';
import { ViolationStore } from './violation.store';
import { ViolationList } from './violation.view';
import { ViolationsController } from './violations.controller';
import { ViolationsReader } from './violations.reader';
import { WatchFaults } from './watch-faults';
import { WithdrawExplained } from './withdraw-explained';

/** Those that look at stored things again and again. */
const LOOKING = [
  RemoteScans,
  OutsideSites,
  DoubtedPhotos,
  ForgedCards,
  UnansweredPhotos,
  SharedDevices,
  SharedCards,
  AtTwoPlaces,
  GoneMachines,
  OftenOccupiers,
  OverlongWork,
  SkippedWatches,
  TimedSuspensions,
  OverdueCountersigns,
  PermitsWithoutArcs,
  FallenArcHours,
];

/** Whether every arc was an authorised one, and whether every thing found is put right. */
@Module({
  imports: [IdentityModule, RegionsModule, GridsModule, RulesModule, RegistryModule, PermitsModule, JobsModule],
  controllers: [ViolationsController, TakeoverController, CaseHandoversController, LeavesController],
  providers: [
    SubjectsView, ViolationStore, ViolationArcsStore, VerdictStore, SaveStep, RaiseViolation, RaiseOwnHazards,
    ArcFactsView, ArcsOfPeriodView, ArcJudge, ArcFindings, SpecialPeriodWork, JudgeArcs, JudgeMachinesAgain, RecomputeVerdicts, RaiseChipSignals,
    ...LOOKING,
    { provide: DETECTORS, useFactory: (...detectors: Detector[]) => detectors, inject: LOOKING },
    SettleSilences, ReviewForgedCards, TellPrincipals, WithdrawExplained, WatchFaults, EscalateOverdue, RemindDue, Absentees, PassOnCases, BringBackCases, KeepLeaves,
    CaseArcs, CaseHistory, Assignees, ViolationList, ViolationDetails, FindViolations, CommandFacts, CommandViolation,
    RecordSubjects, RecordViolation, ViolationsReader, ForgetAccused, TakeOverGrids, CaseHandoverStore, CaseOfficers, ShowHandovers, HandOverCase,
  ], // prettier-ignore
  exports: [
    ForgetAccused,
    JudgeArcs,
    JudgeMachinesAgain,
    RaiseChipSignals,
    RaiseOwnHazards,
    RaiseViolation,
    RecomputeVerdicts,
    RecordViolation,
    ViolationDetails,
    ViolationsReader,
  ],
})
export class SupervisionModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(supervisionTexts);
  }
}
