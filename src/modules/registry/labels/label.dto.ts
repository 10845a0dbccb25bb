import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, MaxLength } from 'class-validator';

export class LabelSheetRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(240)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  ids: string[];
}
