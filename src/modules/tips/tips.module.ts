import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { CommandTip } from './desk/command-tip';
import { FindTips } from './desk/find-tips';
import { TipDeskController } from './desk/tip-desk.controller';
import { TipViews } from './desk/tips.view';
import { OpenIdentity } from './identity/open-identity';
import { OpenedIdentities } from './identity/opened-identity.view';
import { TipSealer } from './identity/tip-sealer';
import { FollowedTips } from './report/followed-tip.view';
import { FollowTip } from './report/follow-tip';
import { ReportTip } from './report/report-tip';
import { TipPlaces } from './report/tip-place.view';
import { TipSubjects } from './report/tip-subjects';
import { TipsController } from './report/tips.controller';
import { ProposeReward } from './rewards/propose-reward';
import { RewardCases } from './rewards/reward-case.view';
import { RewardStore } from './rewards/reward.store';
import { RewardsController } from './rewards/rewards.controller';
import { SettleReward } from './rewards/settle-reward';
import { CheckTip } from './tasks/check-tip';
import { TipTasks } from './tasks/tip-tasks.view';
import { TipTasksController } from './tasks/tip-tasks.controller';
import { TipJournal } from './tip-journal';
import { ForgetReporters } from './identity/forget-reporters';
import { TipStore } from './tip.store';
import { tipTexts } from './tips.texts';

/** 一键举报: anybody reports without a name, somebody goes and looks, and what is true is put right and rewarded. */
@Module({
  imports: [IdentityModule, RegionsModule, RegistryModule, RulesModule, SupervisionModule],
  controllers: [TipsController, TipDeskController, TipTasksController, RewardsController],
  providers: [
    ...[TipStore, TipJournal, TipSealer],
    ...[TipPlaces, TipSubjects, ReportTip, FollowedTips, FollowTip],
    ...[TipViews, FindTips, CommandTip, OpenedIdentities, OpenIdentity],
    ...[TipTasks, CheckTip, ForgetReporters],
    ...[RewardStore, RewardCases, ProposeReward, SettleReward],
  ],
  exports: [ForgetReporters],
})
export class TipsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(tipTexts);
  }
}
