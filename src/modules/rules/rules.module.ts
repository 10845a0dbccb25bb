import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { RegionsModule } from '../regions/regions.module';
import { FindRules } from './book/find-rules';
import { PlanRule } from './book/plan-rule';
import { PreviewRule } from './book/preview-rule';
import { RuleReachView } from './book/rule-reach.view';
import { RuleStore } from './book/rule.store';
import { RuleViews } from './book/rule.view';
import { RulesController } from './book/rules.controller';
import { WithdrawRule } from './book/withdraw-rule';
import { CalendarReader } from './calendar.reader';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarStore } from './calendar/calendar.store';
import { FindCalendarYear } from './calendar/find-calendar-year';
import { ReplaceCalendarYear } from './calendar/replace-calendar-year';
import { DeclareSpecialPeriod } from './periods/declare-special-period';
import { EndSpecialPeriod } from './periods/end-special-period';
import { FactorPoliciesOfRules } from './factor-policies-of-rules';
import { FindSpecialPeriods } from './periods/find-special-periods';
import { SpecialPeriodStore } from './periods/special-period.store';
import { SpecialPeriodsController } from './periods/special-periods.controller';
import { FindRollOutModes } from './roll-out/find-roll-out-modes';
import { PlanRollOutMode } from './roll-out/plan-roll-out-mode';
import { RollOutModeStore } from './roll-out/roll-out-mode.store';
import { RollOutModesController } from './roll-out/roll-out-modes.controller';
import { RollOutReader } from './roll-out/roll-out.reader';
import { WithdrawRollOutMode } from './roll-out/withdraw-roll-out-mode';
import { RulesReader } from './rules.reader';
import { rulesTexts } from './rules.texts';

/** Rules as data: the book, the calendar, special periods, and how far a region's roll-out has come. */
@Module({
  imports: [RegionsModule],
  controllers: [RulesController, SpecialPeriodsController, CalendarController, RollOutModesController],
  providers: [
    RulesReader,
    FactorPoliciesOfRules,
    CalendarReader,
    RuleStore,
    RuleViews,
    RuleReachView,
    FindRules,
    PlanRule,
    PreviewRule,
    WithdrawRule,
    SpecialPeriodStore,
    FindSpecialPeriods,
    DeclareSpecialPeriod,
    EndSpecialPeriod,
    CalendarStore,
    FindCalendarYear,
    ReplaceCalendarYear,
    RollOutModeStore,
    RollOutReader,
    FindRollOutModes,
    PlanRollOutMode,
    WithdrawRollOutMode,
  ],
  exports: [RulesReader, FactorPoliciesOfRules, CalendarReader, RollOutReader],
})
export class RulesModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(rulesTexts);
  }
}
