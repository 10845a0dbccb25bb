import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ForgetAttendances } from './sessions/forget-attendances';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { CampaignStore } from './campaigns/campaign.store';
import { CampaignsController } from './campaigns/campaigns.controller';
import { CloseCampaign } from './campaigns/close-campaign';
import { CreateCampaign } from './campaigns/create-campaign';
import { FindCampaigns } from './campaigns/find-campaigns';
import { MyTrainingView } from './campaigns/my-training.view';
import { CoverageController } from './coverage/coverage.controller';
import { CoverageOfTraining } from './coverage/coverage.view';
import { ShowCoverage } from './coverage/show-coverage';
import { KeepProcedures } from './procedures/keep-procedures';
import { ProceduresController } from './procedures/procedures.controller';
import { ProceduresView } from './procedures/procedures.view';
import { FindPractices } from './practices/find-practices';
import { InstructorPresence } from './practices/instructor-presence';
import { LeadPractice } from './practices/lead-practice';
import { OpenPractice } from './practices/open-practice';
import { PracticePeople } from './practices/practice-people';
import { PracticeStore } from './practices/practice.store';
import { practiceTexts } from './practices/practice.texts';
import { PracticesController } from './practices/practices.controller';
import { PracticesView } from './practices/practices.view';
import { SchoolPlacesView } from './practices/school-places.view';
import { KeepProviders } from './providers/keep-providers';
import { KeepSchools } from './providers/keep-schools';
import { ProvidersView } from './providers/providers.view';
import { ProviderStore } from './providers/provider.store';
import { ProvidersController } from './providers/providers.controller';
import { KeepQuestions } from './questions/keep-questions';
import { QuestionStore } from './questions/question.store';
import { QuestionsController } from './questions/questions.controller';
import { AttemptStore } from './quizzes/attempt.store';
import { GivePass } from './quizzes/give-pass';
import { PassesReader } from './quizzes/passes.reader';
import { PrintPass } from './quizzes/print-pass';
import { QuizzesController } from './quizzes/quizzes.controller';
import { TakeQuiz } from './quizzes/take-quiz';
import { ArrangeSession } from './sessions/arrange-session';
import { AttendSession } from './sessions/attend-session';
import { FindSessions } from './sessions/find-sessions';
import { SessionCodes } from './sessions/session-codes';
import { SessionStore } from './sessions/session.store';
import { SessionsController } from './sessions/sessions.controller';
import { SessionsView } from './sessions/sessions.view';
import { WelderOnTheSpot } from './sessions/welder-on-the-spot';
import { trainingTexts } from './training.texts';

const STORES = [CampaignStore, QuestionStore, SessionStore, AttemptStore, ProviderStore, PracticeStore];

/** Training of everyone (全员培训): campaigns, sessions, quiz, coverage; operating procedures and who signed them; schools. */
@Module({
  imports: [IdentityModule, RegionsModule, RulesModule, RegistryModule],
  controllers: [
    CampaignsController, SessionsController, QuestionsController, QuizzesController, CoverageController,
    ProceduresController, ProvidersController, PracticesController,
  ],
  providers: [
    ...STORES,
    CreateCampaign, CloseCampaign, FindCampaigns, MyTrainingView,
    SessionCodes, SessionsView, ArrangeSession, FindSessions, WelderOnTheSpot, AttendSession,
    KeepQuestions, GivePass, TakeQuiz, PassesReader, PrintPass,
    CoverageOfTraining, ShowCoverage,
    ProceduresView, KeepProcedures,
    ProvidersView, KeepProviders, KeepSchools,
    PracticesView, SchoolPlacesView, PracticePeople, InstructorPresence, OpenPractice, LeadPractice, FindPractices,
    ForgetAttendances,
  ],
  exports: [PassesReader, ForgetAttendances],
}) // prettier-ignore
export class TrainingModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(trainingTexts);
    catalogue.add(practiceTexts);
  }
}
