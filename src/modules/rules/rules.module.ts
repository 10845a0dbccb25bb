import { Module } from '@nestjs/common';
import { CalendarReader } from './calendar.reader';
import { RulesReader } from './rules.reader';

@Module({
  providers: [RulesReader, CalendarReader],
  exports: [RulesReader, CalendarReader],
})
export class RulesModule {}
