import { Injectable } from '@nestjs/common';
import type { DeclaredMode } from '../../../domain/authorization/roll-out-modes';
import { Forecast } from '../../../domain/roll-out/forecast';
import { foreseeScan, type PlannedModes } from '../../../domain/roll-out/foresee-scan';
import { modesOfPlaces, withPlanned } from '../../../domain/roll-out/modes-of-places';
import { subjectOf } from '../../../domain/roll-out/who-mends';
import type { RuleBook } from '../../../domain/rules/rule-book';
import { DAY, type Instant } from '../../../kernel/time';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { RollOutForecast, type ForeseenMode } from '../../rules/roll-out/roll-out-forecast.port';
import { RollOutReader } from '../../rules/roll-out/roll-out.reader';
import { RulesReader } from '../../rules/rules.reader';
import { PastScansView, type StoredScan } from './past-scans.view';

export const DAYS_BACK = 7;
/** More scans say nothing more; a preview answers within seconds. */
const MOST_SCANS = 20_000;
/** Facts of so many scans are held at a time. */
const BATCH = 500;

export interface ForeseenDays {
  readonly since: Instant;
  readonly until: Instant;
  readonly forecast: Forecast;
  /** False: there were more scans, and only the newest were judged. */
  readonly complete: boolean;
}

/** Judges the scans of the last days again, as if the planned mode held. Reads only. */
@Injectable()
export class ForeseeMode extends RollOutForecast {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scans: PastScansView,
    private readonly modes: RollOutReader,
    private readonly rules: RulesReader,
  ) {
    super();
  }

  async foreseeMode(planned: DeclaredMode, validFrom: Instant, at: Instant): Promise<ForeseenMode> {
    const { scans, newlyRefused } = (await this.foreseeDays(planned, validFrom, at)).forecast;
    return { scans, newlyRefused };
  }

  async foreseeDays(planned: DeclaredMode, validFrom: Instant, at: Instant): Promise<ForeseenDays> {
    const since = at - DAYS_BACK * DAY;
    return this.uow.run(systemScope('roll-out-forecast'), async (tx) => {
      const declared = await this.modes.declaredAt(tx, validFrom);
      const modes = { without: modesOfPlaces(declared), planned: modesOfPlaces(withPlanned(declared, planned)) };
      const ids = await this.scans.ids(tx, planned.regionCode, since, at, MOST_SCANS + 1);
      const forecast = await this.judgeAll(tx, ids.slice(0, MOST_SCANS), modes);
      return { since, until: at, forecast, complete: ids.length <= MOST_SCANS };
    });
  }

  private async judgeAll(tx: Tx, ids: readonly string[], modes: PlannedModes): Promise<Forecast> {
    const forecast = new Forecast();
    const books = new Map<string, RuleBook>();
    for (let from = 0; from < ids.length; from += BATCH)
      for (const scan of await this.scans.load(tx, ids.slice(from, from + BATCH)))
        judge(forecast, scan, await this.bookOf(tx, books, scan.ruleVersion), modes);
    return forecast;
  }

  /** A scan is judged by the rules of its own day; there are few of them. */
  private async bookOf(tx: Tx, books: Map<string, RuleBook>, version: string): Promise<RuleBook> {
    const current = this.rules.book();
    const book = books.get(version) ?? (current.version === version ? current : await this.rules.bookAsOf(tx, version));
    books.set(version, book);
    return book;
  }
}

function judge(forecast: Forecast, scan: StoredScan, rules: RuleBook, modes: PlannedModes): void {
  const facts = { ...scan.facts, rules };
  forecast.add(foreseeScan({ at: scan.at, allowed: scan.allowed, facts }, modes), (code) =>
    subjectOf(code, facts, scan.enterpriseId),
  );
}
