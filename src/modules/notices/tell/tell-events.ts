import { Injectable } from '@nestjs/common';
import { noticesOfEvent } from '../../../domain/notices/notices-of-event';
import { SECOND, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { OutboxConsumers } from '../../../platform/outbox/outbox-consumers';
import { cursorText } from '../../../platform/outbox/outbox.cursor';
import type { StoredEvent } from '../../../platform/outbox/stored-event';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { WriteNotices, type Telling } from './write-notices';

const CONSUMER = 'notices';
const PAGE = 200;

/** Once a second: what happened is told to the people whom it concerns. */
@Injectable()
export class TellEvents extends Timed {
  constructor(
    private readonly consumers: OutboxConsumers,
    private readonly notices: WriteNotices,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super({ name: 'tell-events', everyMs: SECOND, here: runsTimers(config) }, clock);
  }

  override async onApplicationBootstrap(): Promise<void> {
    if (runsTimers(this.config)) await this.consumers.begin(CONSUMER, this.clock.now());
    await super.onApplicationBootstrap();
  }

  async execute(at: Instant): Promise<void> {
    const taken = await this.consumers.take(CONSUMER, at, PAGE, (tx, events) =>
      this.notices.write(tx, events.map(tellingOf), at),
    );
    if (taken === PAGE) this.poke();
  }
}

const tellingOf = (event: StoredEvent): Telling => ({
  key: cursorText(event.cursor),
  ...shownOf(event),
  notices: noticesOfEvent(event),
});

/** A certificate is seen with its holder. */
const shownOf = ({ entity, entityId, data }: StoredEvent): Pick<Telling, 'entity' | 'entityId'> =>
  entity === 'certificate' && typeof data['welderId'] === 'string'
    ? { entity: 'welder', entityId: data['welderId'] }
    : { entity, entityId };
