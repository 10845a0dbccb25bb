import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

export class SearchQuery {
  /** A code, a serial number, a name, a permit’s number, a whole identity, certificate or phone number, or a certificate’s last four signs. */
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  q: string;
}

const HIT_KINDS = ['machine', 'welder', 'permit'] as const;
export type HitKind = (typeof HIT_KINDS)[number];

export class SearchHit {
  @ApiProperty({ enum: HIT_KINDS })
  kind: HitKind;

  id: string;

  /** Opens its page: `/c/<code>`. */
  code: string;

  title: string;

  /** What tells it from others of the same title; numbers of persons masked. */
  subtitle: string;
}

export class SearchResult {
  @ApiProperty({ type: [SearchHit] })
  items: SearchHit[];
}
