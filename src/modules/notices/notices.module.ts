import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ForgetReceiver } from './send/forget-receiver';
import { IdentityModule } from '../identity/identity.module';
import { PermitsModule } from '../permits/permits.module';
import { RegionsModule } from '../regions/regions.module';
import { InboxController } from './inbox/inbox.controller';
import { InboxStore } from './inbox/inbox.store';
import { ReadInbox } from './inbox/read-inbox';
import { noticesTexts } from './notices.texts';
import { AddressBook } from './send/address-book';
import { CallWebhook } from './send/call-webhook';
import { DeadMessages } from './send/dead-messages';
import { ForgetMessages } from './send/forget-messages';
import { DeliverLane } from './send/deliver-lane';
import { DeliverMessages } from './send/deliver-messages';
import { MessageStore } from './send/message.store';
import { ReceiverStore } from './send/receiver.store';
import { SendMessage } from './send/send-message';
import { ConfirmMail } from './settings/confirm-mail';
import { KeepSettings } from './settings/keep-settings';
import { NoticeSettingsController } from './settings/settings.controller';
import { NoticeSettingsStore } from './settings/settings.store';
import { TellDue } from './tell/tell-due';
import { TellEvents } from './tell/tell-events';
import { WriteNotices } from './tell/write-notices';
import { FindDeliveries } from './webhooks/find-deliveries';
import { KeepWebhooks } from './webhooks/keep-webhooks';
import { TellWebhooks } from './webhooks/tell-webhooks';
import { WebhookStore } from './webhooks/webhook.store';
import { WebhooksController } from './webhooks/webhooks.controller';

/** How news reaches people and other systems: what happened and what comes due becomes messages, and these are sent until they arrive. */
@Module({
  imports: [IdentityModule, RegionsModule, PermitsModule],
  controllers: [InboxController, NoticeSettingsController, WebhooksController],
  providers: [
    MessageStore,
    ReceiverStore,
    AddressBook,
    CallWebhook,
    DeadMessages,
    ForgetMessages,
    ForgetReceiver,
    SendMessage,
    DeliverLane,
    DeliverMessages,
    WriteNotices,
    TellEvents,
    TellDue,
    TellWebhooks,
    WebhookStore,
    KeepWebhooks,
    FindDeliveries,
    InboxStore,
    ReadInbox,
    NoticeSettingsStore,
    ConfirmMail,
    KeepSettings,
  ],
  exports: [DeadMessages, ForgetMessages, ForgetReceiver],
})
export class NoticesModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(noticesTexts);
  }
}
