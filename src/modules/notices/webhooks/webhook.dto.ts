import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, Matches, MaxLength } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';

const STATES = ['queued', 'failed', 'sent', 'dead'] as const;

export class WebhookRequest {
  /** `https://`; it must be an address of the public internet. */
  @IsString()
  @MaxLength(2_000)
  url: string;

  /** Types of events, as `GET /changes` names them; `*` is every one. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(/^(\*|[a-z-]{1,40}\.[a-z-]{1,40})$/, { each: true })
  @ApiProperty({ example: ['violation.raised', 'permit.changed'] })
  types: string[];

  /** With all below it. Without it: the caller's own region. */
  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;
}

export class WebhookView {
  id: string;
  url: string;
  types: string[];
  regionCode: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  stoppedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'why it does not answer now; null: it does' })
  fault: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'nothing is sent to it before then' })
  pausedUntil: string | null;
}

export class NewWebhookView extends WebhookView {
  /** Shown this once: the other side checks signatures with it. */
  secret: string;
}

export class WebhookPage {
  @ApiProperty({ type: [WebhookView] })
  items: WebhookView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class DeliveryEntity {
  kind: string;
  id: string;
}

export class DeliveryView {
  /** Sent along as `Hanan-Delivery`. */
  id: string;

  /** The type of the event. */
  type: string;

  @ApiProperty({ type: DeliveryEntity })
  entity: DeliveryEntity;

  @ApiProperty({ enum: STATES })
  state: (typeof STATES)[number];

  tries: number;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  nextTryAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  settledAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  fault: string | null;
}

export class DeliveryPage {
  @ApiProperty({ type: [DeliveryView] })
  items: DeliveryView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
