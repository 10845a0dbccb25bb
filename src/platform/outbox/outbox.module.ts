import { Module } from '@nestjs/common';
import { Catalogue } from '../i18n/catalogue';
import { EventFeed } from './event-feed';
import { EventStreams } from './event-streams';
import { EventsController } from './events.controller';
import { OutboxConsumers } from './outbox-consumers';
import { OutboxReader } from './outbox.reader';
import { outboxTexts } from './outbox.texts';
import { ReadChanges } from './read-changes';

/** How news travels: from the outbox to features of this process, to screens and to other systems. */
@Module({
  controllers: [EventsController],
  providers: [OutboxReader, EventFeed, EventStreams, ReadChanges, OutboxConsumers],
  exports: [OutboxReader, EventFeed, OutboxConsumers],
})
export class OutboxModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(outboxTexts);
  }
}
