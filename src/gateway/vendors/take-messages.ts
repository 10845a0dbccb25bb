import { Injectable } from '@nestjs/common';
import { unavailable, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { PartnerClient } from '../../modules/exchange/send/partner-client';
import type { Partner } from '../../modules/exchange/partners/partner.store';
import { VendorChipsReader } from '../../modules/exchange/vendors/vendor-chips.reader';
import { Config, talksWithChips } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { decode } from '../decode';
import { GatewayMetrics } from '../gateway-metrics';
import { Intake } from '../intake';
import { Sessions } from '../sessions';
import { upTopicOf } from '../topics';
import type { ChipMessageOffered, ChipMessagesTaken } from './vendor.dto';
import { VendorLine } from './vendor-line';

/** How long a cloud waits while the intake is full. */
const PATIENCE_MS = 5_000;

/** Messages of chips that speak through their vendor's cloud. They pass the same intake as those that come by MQTT. */
@Injectable()
export class TakeVendorMessages {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly chips: VendorChipsReader,
    private readonly client: PartnerClient,
    private readonly intake: Intake,
    private readonly sessions: Sessions,
    private readonly metrics: GatewayMetrics,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async execute(
    partner: Partner,
    messages: readonly ChipMessageOffered[],
    at: Instant,
  ): Promise<Result<ChipMessagesTaken, Refusal>> {
    if (!talksWithChips(this.config)) return refused(unavailable('exchange.no-chips-here'));
    const numbers = messages.map(({ chipNo }) => chipNo);
    const own = await this.uow.run(systemScope('vendor-chips'), (tx) => this.chips.of(tx, partner.id, numbers));
    const foreign = messages.flatMap(({ chipNo }, index) =>
      own.has(chipNo) ? [] : [{ index, code: 'exchange.chip-not-theirs' }],
    );
    for (const message of messages) {
      if (!own.has(message.chipNo)) continue;
      this.open(partner, message.chipNo, at);
      if (!(await this.bring(message, at))) return refused(unavailable('exchange.intake-full', { extra: { retryAfter: 5 } }));
    }
    return ok({ taken: messages.length - foreign.length, refused: foreign });
  } // prettier-ignore

  /** The way down, as long as the cloud takes what it is sent. A chip that is connected by itself keeps its own. */
  private open(partner: Partner, chipNo: string, since: Instant): void {
    const session = this.sessions.find(chipNo);
    if (partner.baseUrl === null || (session && !session.client.closed)) return;
    const line = new VendorLine(
      async (topic, message) => {
        const body = { v: 1, chipNo, topic: topic.split('/').at(-1), message };
        await this.client.ask(partner, 'POST', '/chips/messages', body, this.clock.now());
      },
      () => this.sessions.end(line),
    );
    const listens = new Map([['commands', 0] as const, ['acks', 0] as const]);
    this.sessions.begin({ chipNo, client: line, address: partner.id, since, listens, unconfirmed: 0, welcomed: false });
  }

  /** False where there was no room in time: it was not taken in, and comes again. */
  private bring({ chipNo, topic: kind, message: content }: ChipMessageOffered, receivedAt: Instant): Promise<boolean> {
    const payload = Buffer.from(JSON.stringify(content));
    const raw = { chipNo, topic: upTopicOf(chipNo, kind), kind, payload, receivedAt };
    const message = decode(raw);
    this.metrics.messages.inc({ kind });
    if (message.type === 'unreadable') this.metrics.unreadable.inc();
    return new Promise((done) => {
      const impatience = setTimeout(() => done(false), PATIENCE_MS);
      this.intake.bring({ raw, message }, () => {
        clearTimeout(impatience);
        done(true);
      });
    });
  }
}
