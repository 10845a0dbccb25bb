import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ContractsModule } from '../contracts/contracts.module';
import { OutsideDoubts } from './people/outside-doubts';
import { ForgetSigner } from './people/forget-signer';
import { CertificatesModule } from '../certificates/certificates.module';
import { IdentityModule } from '../identity/identity.module';
import { GridsModule } from '../regions/grids/grids.module';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { SitesModule } from '../sites/sites.module';
import { ChangeDraft } from './draft/change-draft';
import { CommandPermit } from './steps/command-permit';
import { ConfirmByOccupier } from './occupier/confirm-by-occupier';
import { ConflictsReader } from './conflicts.reader';
import { CopyPermit } from './draft/copy-permit';
import { ColleaguesController } from './colleagues/colleagues.controller';
import { ColleaguesView } from './colleagues/colleagues.view';
import { FindColleagues } from './colleagues/find-colleagues';
import { DelegateApproval } from './delegations/delegate-approval';
import { DelegationStore } from './delegations/delegation.store';
import { DelegationsController } from './delegations/delegations.controller';
import { FindDelegations } from './delegations/find-delegations';
import { RevokeDelegation } from './delegations/revoke-delegation';
import { DraftContents } from './draft/draft-content';
import { DraftPlaces } from './draft/draft-places';
import { DraftParties } from './draft/draft-parties';
import { DraftStore } from './draft/draft.store';
import { DraftWriter } from './draft/draft-writer';
import { CreateDraft } from './draft/create-draft';
import { EarlierPermit } from './draft/earlier-permit';
import { ExtendPermit } from './draft/extend-permit';
import { FeedGas } from './steps/feed-gas';
import { DoubtfulSeats } from './people/doubtful-seats.reader';
import { OccupierPhones } from './people/occupier-phones.reader';
import { SmallJobsReader } from './people/small-jobs.reader';
import { PermitAudience } from './people/audience';
import { SaveStep } from './steps/save-step';
import { AmendmentFacts } from './steps/amendment-facts';
import { StepFacts } from './steps/step-facts';
import { SignaturesDue } from './people/signatures-due.view';
import { ShowSignboardCode } from './signboard/show-signboard-code';
import { SignboardCodes } from './signboard/signboard-codes';
import { PhotoChecks } from './signboard/photo-checks';
import { SignboardStore } from './signboard/signboard.store';
import { SignalStore } from './signal/signal.store';
import { StateSignal } from './signal/state-signal';
import { StepPlace } from './steps/step-place';
import { StepWriter } from './steps/step-writer';
import { SubmissionFacts } from './steps/submission-facts';
import { FindPermit } from './page/find-permit';
import { NamedSubjectsCheck } from './draft/named-subjects';
import { OccupierCodes } from './occupier/occupier-codes';
import { ResumeCodes } from './occupier/resume-codes';
import { TextStopStore } from './occupier/text-stop.store';
import { TextStops } from './occupier/text-stops';
import { TextStopsController } from './occupier/text-stops.controller';
import { CoarsenPositions } from './time/coarsen-positions';
import { PermitClock } from './time/permit-clock';
import { PermitDetails } from './page/permit-detail';
import { PermitUsability } from './page/permit-usability';
import { PermitLoader } from './permit-loader';
import { PermitOccurrences } from './time/permit-occurrences';
import { PermitPapers } from './page/permit-papers';
import { permitPapersTexts } from './page/permit-papers.texts';
import { SamePeople } from './people/same-people.reader';
import { PermitPartsView } from './page/permit-parts.view';
import { PermitPeople } from './people/permit-people';
import { PermitRecordStore } from './steps/permit-record.store';
import { PermitRequestsController } from './permit-requests.controller';
import { PermitStore } from './permit.store';
import { PermitsAtWork } from './time/permits-at-work';
import { PermitsController } from './permits.controller';
import { PermitsReader } from './permits.reader';
import { permitTexts } from './permits.texts';
import { PlantSteps } from './taken/plant-steps';
import { TakeInPermit } from './taken/take-in-permit';
import { CertifyWatcher } from './watchers/certify-watcher';
import { FindWatchers } from './watchers/find-watchers';
import { WatchersView } from './watchers/watchers.view';
import { WatcherCertificateStore } from './watchers/watcher-certificate.store';
import { watcherCertificateTexts } from './watchers/watcher-certificate.texts';
import { WatcherCertificatesController } from './watchers/watcher-certificates.controller';
import { ResendOccupierCode } from './occupier/resend-occupier-code';

const STORES = [
  PermitStore,
  PermitRecordStore,
  DraftStore,
  DelegationStore,
  SignboardStore,
  SignalStore,
  PhotoChecks,
  WatcherCertificateStore,
];

/** Hot-work permits. `WorkRecords` and `RunningJobs` are ports: jobs answer them. */
@Module({
  imports: [
    IdentityModule,
    RegionsModule,
    GridsModule,
    RulesModule,
    RegistryModule,
    ContractsModule,
    SitesModule,
    CertificatesModule,
  ],
  controllers: [
    PermitsController,
    PermitRequestsController,
    TextStopsController,
    DelegationsController,
    WatcherCertificatesController,
    ColleaguesController,
  ],
  providers: [
    ...STORES,
    PermitsReader, ConflictsReader, DoubtfulSeats, PermitPartsView,
    PermitLoader, PermitPeople, OccupierPhones, SmallJobsReader, PermitAudience, PermitDetails, PermitUsability, PermitPapers, OutsideDoubts, SamePeople, SignaturesDue,
    StepFacts, AmendmentFacts, StepPlace, SignboardCodes, ShowSignboardCode, StateSignal, SubmissionFacts, StepWriter, SaveStep,
    DraftParties, DraftPlaces, NamedSubjectsCheck, DraftContents, DraftWriter, EarlierPermit, OccupierCodes, TextStopStore, ResumeCodes, TextStops,
    CreateDraft, ChangeDraft, FindPermit, CommandPermit, CopyPermit, ExtendPermit, ConfirmByOccupier, ResendOccupierCode, FeedGas,
    PermitsAtWork, PermitOccurrences, PermitClock, CoarsenPositions, ForgetSigner,
    DelegateApproval, RevokeDelegation, FindDelegations, CertifyWatcher, WatchersView, FindWatchers,
    ColleaguesView, FindColleagues, TakeInPermit, PlantSteps,
  ], // prettier-ignore
  exports: [
    PermitsReader, PermitsAtWork, ConflictsReader, DoubtfulSeats,
    SignboardCodes, PhotoChecks, // for jobs
    PermitLoader, PermitPeople, PermitDetails, SignaturesDue, // for the views of permits
    TakeInPermit, PlantSteps, // for exchange
    CoarsenPositions, ForgetSigner, // for privacy
  ], // prettier-ignore
})
export class PermitsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(permitTexts);
    catalogue.add(watcherCertificateTexts);
    catalogue.add(permitPapersTexts);
  }
}
