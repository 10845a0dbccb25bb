import { ApiProperty } from '@nestjs/swagger';
import { PERMIT_STATES, REGIMES, type PermitState, type Regime } from '../../../domain/permits/permit';

const SIGNBOARD_COLOURS = ['green', 'amber', 'red', 'grey'] as const;
export type SignboardColour = (typeof SIGNBOARD_COLOURS)[number];

export class SignboardSignature {
  /** What they signed as. */
  title: string;

  /** Family name only: `张**`. */
  name: string;

  @ApiProperty({ format: 'date-time' })
  signedAt: string;
}

export class SignboardWatcher {
  name: string;

  /** Null: named, but not on duty. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  presentSince: string | null;
}

export class SignboardMeasures {
  confirmed: number;
  total: number;
}

export class SignboardGas {
  /** The regime asks for a test before work. */
  required: boolean;

  /** Of the last test; null: none was made. */
  @ApiProperty({ type: Boolean, nullable: true })
  passed: boolean | null;

  /** Some reading of it was held to an explosion limit only. */
  explosionOnly: boolean;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  sampledAt: string | null;
}

/** What anyone who scans a permit's code on site may know: no numbers of persons, no phones, no full names. */
export class SignboardView {
  number: string;

  @ApiProperty({ enum: REGIMES })
  regime: Regime;

  regimeName: string;
  level: string;
  levelName: string;

  @ApiProperty({ enum: PERMIT_STATES })
  state: PermitState;

  stateName: string;

  /** Green: work may go on now. Amber: not yet, or the watch after it. Red: it must not. Grey: it is over, or was never allowed. */
  @ApiProperty({ enum: SIGNBOARD_COLOURS })
  colour: SignboardColour;

  mayWork: boolean;

  @ApiProperty({ type: String, nullable: true })
  unit: string | null;

  @ApiProperty({ type: String, nullable: true })
  contractor: string | null;

  placeName: string;
  content: string;
  method: string;

  /** Null: any machine of the parties. */
  @ApiProperty({ type: Number, nullable: true })
  machines: number | null;

  welders: number;

  @ApiProperty({ format: 'date-time' })
  plannedStart: string;

  @ApiProperty({ format: 'date-time' })
  plannedEnd: string;

  /** When what is going on ends: the beginning, the end, or the watch after work. Null: nothing runs. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  countdownTo: string | null;

  @ApiProperty({ type: [SignboardSignature] })
  signatures: SignboardSignature[];

  @ApiProperty({ type: SignboardWatcher, nullable: true })
  watcher: SignboardWatcher | null;

  @ApiProperty({ type: SignboardMeasures })
  measures: SignboardMeasures;

  @ApiProperty({ type: SignboardGas, nullable: true })
  gas: SignboardGas | null;
}
