import { Injectable } from '@nestjs/common';
import { SECOND, type Instant } from '../kernel/time';
import type { ChipCommand, CommandKind } from '../modules/jobs/chip-command';
import { ChipCommandQueue } from '../modules/jobs/chip-command-queue';
import { ChipDispatcher } from '../modules/jobs/chip-dispatcher.port';
import { UnlockSigner, type HeldKeys } from '../modules/jobs/unlock-signer';
import type { RangesOfBoot } from '../modules/telemetry/store-messages';
import { ChipHoldings } from '../modules/wire/chip-holdings';
import { KeepWire } from '../modules/wire/keep-wire';
import { systemScope } from '../platform/database/scope';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work';
import { Clock } from '../platform/time/clock';
import { Ids } from '../platform/time/ids';
import { Loop } from '../platform/time/loop';
import { commandMessage, resendMessage, timeMessage } from './down-message';
import { GapWatch } from './gap-watch';
import { Sessions } from './sessions';

/** How long a command of another process waits at most; those of this one come with a poke. */
const LOOK_EVERY_MS = 200;
const AT_ONCE = 500;

/** After so long a connected chip that has not told of its birth will not. */
const BIRTH_IS_DUE_MS = 2 * SECOND;

const SIGNED: readonly CommandKind[] = ['unlock', 'keys', 'secret'];

interface Outgoing {
  readonly command: ChipCommand;
  readonly held: HeldKeys;
}

/** Sends commands to chips. One turn after the other: a chip that was just born hears the time before anything else. */
@Injectable()
export class Dispatcher extends ChipDispatcher {
  private readonly loop = new Loop('dispatcher', LOOK_EVERY_MS, () => this.turn(this.clock.now()));
  private readonly born = new Set<string>();
  private readonly gaps = new GapWatch();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly queue: ChipCommandQueue,
    private readonly signer: UnlockSigner,
    private readonly keepWire: KeepWire,
    private readonly holdings: ChipHoldings,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  poke(_chipNo: string): void {
    this.loop.poke();
  }

  /** Chips whose births are stored: they are told the time, then what is open for them. */
  welcome(chipNos: readonly string[]): void {
    for (const chipNo of chipNos) this.born.add(chipNo);
    if (chipNos.length > 0) this.loop.poke();
  }

  noteGaps(gaps: readonly RangesOfBoot[]): void {
    this.gaps.note(gaps, this.clock.now());
  }

  /** Asks a chip whether it is alive; a chip answers with a sample. False where it is not connected here. */
  askIfAlive(chipNo: string, at: Instant): boolean {
    return this.sessions.send(chipNo, 'commands', timeMessage(this.ids.next(at), at));
  }

  private async turn(at: Instant): Promise<void> {
    await this.welcomeBorn(at);
    await this.sendDue(at);
    for (const request of this.gaps.due(at, (chipNo) => this.sessions.reaches(chipNo, 'commands')))
      this.sessions.send(request.chipNo, 'commands', resendMessage(this.ids.next(at), request));
  }

  private async welcomeBorn(at: Instant): Promise<void> {
    const chipNos = [...this.born].filter((chipNo) => this.sessions.reaches(chipNo, 'commands'));
    if (chipNos.length === 0) return;
    for (const chipNo of chipNos) this.askIfAlive(chipNo, at);
    const open = await this.uow.run(systemScope('dispatch'), async (tx) => {
      const commands: ChipCommand[] = [];
      for (const chipNo of chipNos) commands.push(...(await this.queue.openFor(tx, chipNo, at)));
      commands.push(...(await this.keepWire.execute(tx, chipNos, commands, at)));
      if (commands.length > 0)
        await this.queue.markSent(
          tx,
          commands.map(({ id }) => id),
          at,
        );
      return this.withKeys(tx, commands);
    });
    for (const chipNo of chipNos) {
      this.born.delete(chipNo);
      const session = this.sessions.find(chipNo);
      if (session) session.welcomed = true;
    }
    this.send(open, at);
  }

  /** What cannot be sent now goes out when its chip is heard of again. */
  private async sendDue(at: Instant): Promise<void> {
    const commands = await this.uow.run(systemScope('dispatch'), async (tx) => {
      const due = await this.queue.due(tx, at, AT_ONCE);
      const now = due.filter((command) => this.canTake(command, at));
      const later = due.filter((command) => !now.includes(command));
      if (now.length > 0)
        await this.queue.markSent(
          tx,
          now.map(({ id }) => id),
          at,
        );
      if (later.length > 0)
        await this.queue.postpone(
          tx,
          later.map(({ id }) => id),
        );
      return this.withKeys(tx, now);
    });
    this.send(commands, at);
    if (commands.length === AT_ONCE) this.loop.poke();
  }

  /**
   * A birth comes first, and is answered with the time: a token fits its boot. A lock waits for it only a moment, because
   * it must also reach a chip that was built without births.
   */
  private canTake({ chipNo, kind }: ChipCommand, at: Instant): boolean {
    const session = this.sessions.find(chipNo);
    if (!session || !this.sessions.reaches(chipNo, 'commands')) return false;
    return session.welcomed || (kind !== 'unlock' && at - session.since >= BIRTH_IS_DUE_MS);
  }

  /** What is signed is signed by a key that its chip holds. */
  private async withKeys(tx: Tx, commands: readonly ChipCommand[]): Promise<Outgoing[]> {
    const signed = commands.filter(({ kind }) => SIGNED.includes(kind));
    const held = await this.holdings.of(
      tx,
      signed.map(({ chipNo }) => chipNo),
    );
    return commands.map((command) => ({ command, held: held.get(command.chipNo)?.keys ?? null }));
  }

  private send(outgoing: readonly Outgoing[], at: Instant): void {
    for (const { command, held } of outgoing)
      this.sessions.send(command.chipNo, 'commands', commandMessage(command, this.signer, held, at));
  }
}
