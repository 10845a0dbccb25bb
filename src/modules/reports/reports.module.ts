import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { RegionsModule } from '../regions/regions.module';
import { HandInReports } from './hand-in-reports';
import { ReadReport } from './read-report';
import { ReportKeeper } from './report-keeper';
import { ReportMaker } from './report-maker';
import { ReportStore } from './report.store';
import { ReportsController } from './reports.controller';
import { reportTexts } from './reports.texts';

/** 周调度、月总结: what a region counts each week and month, and what of it was handed in. */
@Module({
  imports: [RegionsModule],
  controllers: [ReportsController],
  providers: [ReportMaker, ReportStore, ReportKeeper, ReadReport, HandInReports],
})
export class ReportsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(reportTexts);
  }
}
