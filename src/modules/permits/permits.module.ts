import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { ChangeDraft } from './change-draft';
import { CommandPermit } from './steps/command-permit';
import { ConfirmByOccupier } from './steps/confirm-by-occupier';
import { ConflictsReader } from './conflicts.reader';
import { CopyPermit } from './copy-permit';
import { CreatePermit } from './create-permit';
import { DelegateApproval } from './delegations/delegate-approval';
import { DelegationStore } from './delegation.store';
import { DelegationsController } from './delegations/delegations.controller';
import { FindDelegations } from './delegations/find-delegations';
import { RevokeDelegation } from './delegations/revoke-delegation';
import { DraftContents } from './draft-content';
import { DraftParties } from './draft-parties';
import { DraftStore } from './draft.store';
import { Drafts } from './drafts';
import { MakePermit } from './make-permit';
import { EarlierPermit } from './earlier-permit';
import { ExtendPermit } from './extend-permit';
import { FeedGas } from './steps/feed-gas';
import { PermitAudience } from './people/audience';
import { SaveStep } from './steps/save-step';
import { StepFacts } from './steps/step-facts';
import { StepWriter } from './steps/step-writer';
import { SubmissionFacts } from './steps/submission-facts';
import { FindPermit } from './find-permit';
import { NamedSubjectsCheck } from './named-subjects';
import { OccupierCodes } from './steps/occupier-codes';
import { PermitClock } from './permit-clock';
import { PermitDetails } from './permit-detail';
import { PermitLoader } from './permit-loader';
import { PermitOccurrences } from './permit-occurrences';
import { PermitPartsView } from './permit-parts.view';
import { PermitPeople } from './permit-people';
import { PermitRecordStore } from './steps/permit-record.store';
import { PermitRequestsController } from './permit-requests.controller';
import { PermitStore } from './permit.store';
import { PermitsAtWork } from './permits-at-work';
import { PermitsController } from './permits.controller';
import { PermitsReader } from './permits.reader';
import { permitTexts } from './permits.texts';
import { ResendOccupierCode } from './steps/resend-occupier-code';

const STORES = [PermitStore, PermitRecordStore, DraftStore, DelegationStore];

/** Hot-work permits. `WorkRecords` and `RunningJobs` are ports: jobs answer them. */
@Module({
  imports: [IdentityModule, RegionsModule, RulesModule, RegistryModule],
  controllers: [PermitsController, PermitRequestsController, DelegationsController],
  providers: [
    ...STORES,
    PermitsReader, ConflictsReader, PermitPartsView,
    PermitLoader, PermitPeople, PermitAudience, PermitDetails,
    StepFacts, SubmissionFacts, StepWriter, SaveStep,
    DraftParties, NamedSubjectsCheck, DraftContents, Drafts, MakePermit, EarlierPermit, OccupierCodes,
    CreatePermit, ChangeDraft, FindPermit, CommandPermit, CopyPermit, ExtendPermit, ConfirmByOccupier, ResendOccupierCode, FeedGas,
    PermitsAtWork, PermitOccurrences, PermitClock,
    DelegateApproval, RevokeDelegation, FindDelegations,
  ], // prettier-ignore
  exports: [
    PermitsReader, PermitsAtWork, ConflictsReader,
    PermitStore, PermitLoader, PermitPeople, PermitDetails, // for the views of this room
  ], // prettier-ignore
})
export class PermitsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(permitTexts);
  }
}
