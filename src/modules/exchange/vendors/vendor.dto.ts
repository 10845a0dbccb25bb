import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, Matches } from 'class-validator';

export class GiveChipsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @ArrayUnique()
  @Matches(/^[A-Z0-9]{12,20}$/, { each: true })
  chipNos: string[];
}

export class GivenChips {
  /** Those that were not given to it before. */
  given: number;
}
