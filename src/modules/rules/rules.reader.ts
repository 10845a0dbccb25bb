import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { RuleBook, type RuleVersion } from '../../domain/rules/rule-book';
import { SECOND } from '../../kernel/time';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Loop } from '../../platform/time/loop';
import { keptRule, type KeptRule } from './rule-version';

/** How long another process may go on with rules that were changed meanwhile. Changes lie at least a minute ahead of their date. */
const CHECKED_EVERY = 5 * SECOND;

const VERSION = `select coalesce(max(number), 0)::text as number from rule_changes`;

/** The rules in force, in memory: asked on every scan, changed a few times a year. */
@Injectable()
export class RulesReader implements OnModuleInit, OnModuleDestroy {
  private current: RuleBook | null = null;
  private readonly loop = new Loop('rules', CHECKED_EVERY, () => this.refresh());

  constructor(private readonly uow: UnitOfWork) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** A decision that asks twice keeps the book: the next call may return a newer one. */
  book(): RuleBook {
    if (!this.current) throw new Error('the rules were asked for before they were loaded');
    return this.current;
  }

  /** Reads the rules anew if they changed since; at once after a change of one's own, otherwise by the clock. */
  async refresh(): Promise<void> {
    await this.uow.run(systemScope('rules'), async (tx) => {
      const version = await this.latestVersion(tx);
      if (this.current?.version === version) return;
      this.current = await this.bookAsOf(tx, version);
    });
  }

  /** The rules as they stood under a version that a decision was stored with, for replaying it. */
  async bookAsOf(tx: Tx, version: string): Promise<RuleBook> {
    return new RuleBook(await this.versionsAsOf(tx, version), version);
  }

  /** The same as a list, for whoever replays it elsewhere. */
  async versionsAsOf(tx: Tx, version: string): Promise<RuleVersion[]> {
    const rows = await tx.query<{ rule: KeptRule | null }>(
      `select distinct on (rule_id) rule from rule_changes where number <= $1::bigint order by rule_id, number desc`,
      [version],
    );
    return rows.flatMap(({ rule }) => (rule ? [keptRule(rule)] : []));
  }

  private async latestVersion(tx: Tx): Promise<string> {
    const [row] = await tx.prepared<{ number: string }>(VERSION);
    return row?.number ?? '0';
  }
}
