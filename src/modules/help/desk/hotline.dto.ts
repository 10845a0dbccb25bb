import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';

export class HotlineQuery {
  /** As scanned: the phone of the place that it belongs to. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  code?: string;

  @IsOptional()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;
}

export class HotlineView {
  phone: string;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'when the next one answers; null: the phone is the county’s own',
  })
  until: string | null;
}
