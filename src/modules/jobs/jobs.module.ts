import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ForgetJobPlaces } from './forget-job-places';
import { PermitsModule } from '../permits/permits.module';
import { PinsModule } from '../registry/pins/pins.module';
import { RulesModule } from '../rules/rules.module';
import { SitesModule } from '../sites/sites.module';
import { AuthorizationFacts } from './authorization-facts';
import { AuthorizationsController } from './authorizations.controller';
import { Authorizer } from './authorizer';
import { ChipCommandQueue } from './chip-command-queue';
import { ChipLocks } from './chip-locks';
import { ContinueJobs } from './continue-jobs';
import { DecisionStore } from './decision.store';
import { DryRun } from './dry-run';
import { EndByHand } from './end-by-hand';
import { EndDueJobs } from './end-due-jobs';
import { FindJobs } from './find-jobs';
import { GiveOfflineCode } from './give-offline-code';
import { HandoverJob } from './handover-job';
import { JobArcs } from './job-arcs';
import { JobEnder } from './job-ender';
import { JobJournal } from './job-journal';
import { JobStarter } from './job-starter';
import { JobStore } from './job.store';
import { JobViews } from './job.view';
import { JobsController } from './jobs.controller';
import { JudgePin } from './judge-pin';
import { JobsReader } from './jobs.reader';
import { jobTexts } from './jobs.texts';
import { ObserveChips } from './observe-chips';
import { OfflineCodeStore } from './offline-code.store';
import { OfflineJobs } from './offline-jobs';
import { VoidedCodes } from './voided-codes.view';
import { OwnJobs } from './own-jobs';
import { AnswerPhotoAsk } from './photo-checks/answer-photo-ask';
import { AskForPhotos } from './photo-checks/ask-for-photos';
import { DecidePhotoCheck } from './photo-checks/decide-photo-check';
import { FindPhotoChecks } from './photo-checks/find-photo-checks';
import { FollowPhotos } from './photo-checks/follow-photos';
import { JobPhotosController } from './photo-checks/job-photos.controller';
import { PhotoAsks } from './photo-checks/photo-asks';
import { PhotoCheckViews } from './photo-checks/photo-check.view';
import { PhotoChecksController } from './photo-checks/photo-checks.controller';
import { UndecidedPhotos } from './photo-checks/undecided-photos';
import { PermitCandidatesView } from './permit-candidates.view';
import { PowerTests } from './chip-power/power-tests';
import { StoredDecisions } from './refusals/stored-decisions';
import { Waivers } from './refusals/waivers';
import { SettleReply } from './settle-reply';
import { StartJob } from './start-job';
import { DecideStop } from './stop-orders/decide-stop';
import { LapseStops } from './stop-orders/lapse-stops';
import { StopOrderStore } from './stop-orders/stop-order.store';
import { StopChips } from './chip-power/stop-chips';
import { SupersedeCodes } from './chip-power/supersede-codes';
import { SubjectsView } from './subjects.view';
import { UnlockKeysController } from './unlock-keys.controller';
import { UnlockSigner } from './unlock-signer';
import { WorkEndsReader } from './work-ends.reader';
import { WorkOfChips } from './work-of-chips';
import { WorkUnderPermits } from './work-under-permits';

/** Authorisation and jobs. `ChipDispatcher` is a port: the gateway answers it. */
@Module({
  imports: [PinsModule, RulesModule, PermitsModule, SitesModule],
  controllers: [
    PhotoChecksController,
    JobPhotosController,
    JobsController,
    AuthorizationsController,
    UnlockKeysController,
  ],
  providers: [
    ForgetJobPlaces,
    SubjectsView, PermitCandidatesView, AuthorizationFacts, Authorizer, DecisionStore, JudgePin, DryRun,
    JobStore, JobJournal,
    JobArcs,
    ChipLocks, JobEnder, JobStarter, JobViews, OwnJobs, StartJob, FindJobs, EndByHand, HandoverJob,
    StopOrderStore, DecideStop, LapseStops,
    OfflineCodeStore, GiveOfflineCode, OfflineJobs, VoidedCodes,
    ChipCommandQueue, PowerTests, StopChips, SupersedeCodes, UnlockSigner, SettleReply, ObserveChips, EndDueJobs, JobsReader, WorkEndsReader,
    ContinueJobs, WorkUnderPermits, WorkOfChips,
    StoredDecisions, Waivers,
    PhotoAsks, PhotoCheckViews, FollowPhotos, FindPhotoChecks, DecidePhotoCheck, UndecidedPhotos, AnswerPhotoAsk, AskForPhotos,
  ], // prettier-ignore
  exports: [
    ForgetJobPlaces,
    ContinueJobs,
    WorkUnderPermits,
    WorkOfChips,
    ChipCommandQueue,
    PowerTests,
    StopChips,
    SupersedeCodes,
    UnlockSigner,
    SettleReply,
    ObserveChips,
    JobsReader,
    WorkEndsReader,
    StoredDecisions,
    Waivers,
  ],
})
export class JobsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(jobTexts);
  }
}
