import { Injectable, Logger } from '@nestjs/common';
import { SECOND } from '../../kernel/time';
import { Config, runsTimers } from '../config/config';
import { systemScope } from '../database/scope';
import { UnitOfWork } from '../database/unit-of-work';
import { Metrics } from '../observability/metrics';
import { Clock } from '../time/clock';
import { Timed } from '../time/timed';
import { type AuditBlock, AuditSeal, NO_BLOCK } from './audit-block';
import { AuditChain } from './audit-chain.store';
import { hashOf } from './audit-entry';
import {
  headFile,
  headOf,
  headPlaces,
  olderPlace,
  readHead,
  readHeads,
  writeHead,
  type HeadPlaces,
  type KnownHeads,
} from './audit-head';

/**
 * Once a second: chains the entries of finished transactions into a signed block, and remembers its hash outside the
 * database. Transactions themselves write unchained entries, so that they do not wait for each other.
 */
@Injectable()
export class SealAudit extends Timed {
  private readonly logger = new Logger('audit');
  private readonly seal: AuditSeal;
  private readonly places: HeadPlaces;
  private isBroken = false;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    super({ name: 'audit-seal', everyMs: SECOND, here: runsTimers(config) }, clock);
    this.seal = new AuditSeal(config.searchKey);
    this.places = headPlaces(config);
    metrics.gauge('hanan_audit_chain_intact', '0 once the audit chain no longer fits its head', () =>
      this.isBroken ? 0 : 1,
    );
  }

  async execute(): Promise<void> {
    const last = await this.uow.run(systemScope('audit-seal'), (tx) =>
      this.extend(new AuditChain((sql, params) => tx.query(sql, params))),
    );
    if (last) this.remember(last);
  }

  /** Seals the entries that were written last, if the database still answers. */
  override async beforeApplicationShutdown(): Promise<void> {
    await super.beforeApplicationShutdown();
    if (!runsTimers(this.config)) return;
    await this.execute().catch((err: unknown) => this.logger.warn({ event: 'audit.not-sealed', err }));
  }

  /** The newest block; null if another process is at it, or the chain must not be continued. */
  private async extend(chain: AuditChain): Promise<AuditBlock | null> {
    if (!(await chain.lockSealing()) || !(await this.fitsHead(chain))) return null;
    const last = await chain.lastBlock();
    const before = last ?? NO_BLOCK;
    const stretch = await chain.nextStretch({ epoch: before.epoch, xid: before.upToXid });
    if (stretch === null) return last;
    const [entryIds, entryHashes]: [string[], string[]] = [[], []];
    for await (const entry of chain.entries(stretch)) {
      entryIds.push(entry.id);
      entryHashes.push(hashOf(entry));
    }
    if (entryIds.length === 0) return last;
    const sealedAt = new Date(this.clock.now()).toISOString();
    const link = { id: before.id + 1, previousHash: before.hash };
    const block = this.seal.seal({ ...link, ...stretch, sealedAt, entryIds, entryHashes });
    await chain.insert(block);
    return block;
  }

  /** A chain that lost its end, or has another one, is not continued: a new end would hide it. */
  private async fitsHead(chain: AuditChain): Promise<boolean> {
    const heads = readHeads(this.places);
    const fits = olderPlace(heads) === null && (await this.holds(chain, heads)) && (await this.reachesCounter(chain));
    if (!fits && !this.isBroken)
      this.logger.error({
        event: 'audit.chain-broken',
        blockId: heads.head?.blockId,
        remedy: `npm run audit:verify tells what is wrong; after restoring an older backup, move ${headFile(this.places.head)} and ${headFile(this.places.copy)} aside`,
      });
    this.isBroken = !fits;
    return fits;
  }

  private async holds(chain: AuditChain, { head, copy }: KnownHeads): Promise<boolean> {
    for (const known of [head, copy])
      if (known !== null && (await chain.block(known.blockId))?.hash !== known.hash) return false;
    return true;
  }

  private async reachesCounter(chain: AuditChain): Promise<boolean> {
    return ((await chain.lastBlock())?.id ?? 0) >= (await chain.sealedTo());
  }

  private remember(block: AuditBlock): void {
    for (const place of [this.places.head, this.places.copy])
      if (readHead(place)?.hash !== block.hash) writeHead(place, headOf(block, this.seal.publicPem));
  }
}
