import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, Length, Matches } from 'class-validator';
import { INVENTORY_KINDS, type InventoryKind } from '../../../domain/inventory/inventory';

export class SaveFilterRequest {
  @IsIn(INVENTORY_KINDS)
  @ApiProperty({ enum: INVENTORY_KINDS })
  kind: InventoryKind;

  @IsString()
  @Length(1, 40)
  @Matches(/\S/)
  name: string;

  /** The parameters of the list, as texts. */
  @IsObject()
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  query: Record<string, string>;
}

export class SavedFilter {
  id: string;

  @ApiProperty({ enum: INVENTORY_KINDS })
  kind: InventoryKind;

  name: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  query: Record<string, string>;
}

export class SavedFilterList {
  /** By name. */
  @ApiProperty({ type: [SavedFilter] })
  items: SavedFilter[];
}
