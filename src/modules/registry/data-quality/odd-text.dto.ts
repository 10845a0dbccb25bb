import { ApiProperty } from '@nestjs/swagger';
import { ODD_FIELDS, type OddField } from '../../../domain/registry/odd-text';

/** A stored name or number that would be read otherwise, or refused, if it were typed today. */
export class OddTextView {
  @ApiProperty({ enum: ['machine', 'welder', 'enterprise'] })
  entity: 'machine' | 'welder' | 'enterprise';

  entityId: string;

  @ApiProperty({ enum: ODD_FIELDS })
  field: OddField;

  stored: string;

  /** `unreadable`: signs were lost; `filler`: it says that there is none; `form`: other signs for the same. */
  @ApiProperty({ enum: ['unreadable', 'filler', 'form'] })
  because: 'unreadable' | 'filler' | 'form';

  /** Null: look at the thing itself. */
  @ApiProperty({ type: String, nullable: true })
  suggested: string | null;
}

export class OddTextList {
  /** The newest records first; a hundred at most: more show once these are mended. */
  @ApiProperty({ type: [OddTextView] })
  items: OddTextView[];
}
