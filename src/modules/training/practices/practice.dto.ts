import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, IsString, Length, Max, Min } from 'class-validator';
import { PlaceProofHolder } from '../../regions/place-proof.dto';

const MOST_MACHINES = 30;
const MOST_PUPILS = 50;

export class OpenPracticeRequest extends PlaceProofHolder {
  /** The codes of the machines, scanned on the spot. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MACHINES)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  machineCodes: string[];

  /** The codes of the pupils' cards. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PUPILS)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  pupilCodes: string[];

  @IsInt()
  @Min(1)
  @Max(24)
  hours: number;
}

export class ConfirmPresenceRequest extends PlaceProofHolder {
  /** The code of one of the session's machines, scanned there. */
  @IsString()
  @Length(1, 200)
  machineCode: string;
}

export class AddPupilRequest {
  /** The code of the pupil's card. */
  @IsString()
  @Length(1, 200)
  pupilCode: string;
}

export class PracticeMachineView {
  id: string;
  code: string;
  name: string;
}

export class PracticePupilView {
  id: string;
  name: string;
}

export class PracticeView {
  id: string;
  providerId: string;
  providerName: string;
  instructorId: string;
  instructorName: string;

  @ApiProperty({ format: 'date-time' })
  openedAt: string;

  @ApiProperty({ format: 'date-time' })
  endsAt: string;

  /** The instructor shows again until then that they are there. */
  @ApiProperty({ format: 'date-time' })
  presentUntil: string;

  /** Null while it goes on. */
  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  endedAt: string | null;

  over: boolean;

  @ApiProperty({ type: [PracticeMachineView] })
  machines: PracticeMachineView[];

  @ApiProperty({ type: [PracticePupilView] })
  pupils: PracticePupilView[];
}

export class PracticeLimitsView {
  longestHours: number;
  mostPupils: number;
  presenceMinutes: number;
}

/** What an instructor begins with. */
export class OwnPractice {
  /** The school that an official named the caller for; null for whoever is no instructor. */
  @ApiProperty({ type: String, nullable: true })
  providerName: string | null;

  limits: PracticeLimitsView;

  @ApiProperty({ type: PracticeView, nullable: true })
  open: PracticeView | null;
}

export class PracticePage {
  @ApiProperty({ type: [PracticeView] })
  items: PracticeView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
