import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsNumber, IsString, Length, Matches, Max, Min } from 'class-validator';
import { SETTINGS_LIMITS, SETTINGS_STATES, type SettingsState } from '../../domain/wire/chip-settings';
import { KEYS_STATES, type KeysState } from '../../domain/wire/key-set';
import { SECRET_STATES, type SecretState } from '../../domain/wire/secret-agreement';

export class RotateSecretRequest {
  /** Why: a maker's list was lost, a chip came back from repair, it is due. */
  @IsString()
  @Length(2, 300)
  @Matches(/\S{2}/)
  reason: string;
}

const [LEAST_SAMPLE, MOST_SAMPLE] = SETTINGS_LIMITS.sampleMs;
const [LEAST_IDLE, MOST_IDLE] = SETTINGS_LIMITS.idleSampleMs;
const [LEAST_AMPS, MOST_AMPS] = SETTINGS_LIMITS.arcFromA;
const [LEAST_PAUSE, MOST_PAUSE] = SETTINGS_LIMITS.arcPauseMs;

export class ConfigureChipRequest {
  /** With power a sample so often. */
  @IsInt()
  @Min(LEAST_SAMPLE)
  @Max(MOST_SAMPLE)
  sampleMs: number;

  /** Without power: the heartbeat. */
  @IsInt()
  @Min(LEAST_IDLE)
  @Max(MOST_IDLE)
  idleSampleMs: number;

  /** From this current on an arc burns. */
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(LEAST_AMPS)
  @Max(MOST_AMPS)
  arcFromA: number;

  /** A shorter pause does not end an arc. */
  @IsInt()
  @Min(LEAST_PAUSE)
  @Max(MOST_PAUSE)
  arcPauseMs: number;
}

export class KeysView {
  @ApiProperty({ enum: KEYS_STATES })
  state: KeysState;

  @ApiProperty({ type: [String], nullable: true, description: 'By its own word; null: it never told' })
  held: string[] | null;

  /** The platform's keys; the first signs. */
  ours: string[];
}

export class SecretChangeView {
  no: number;

  @ApiProperty({ enum: SECRET_STATES })
  state: SecretState;

  reason: string;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The chip has answered' })
  agreedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it came to nothing' })
  error: string | null;
}

export class SecretView {
  /** 1 is the maker's. */
  no: number;

  @ApiProperty({ type: SecretChangeView, nullable: true, description: 'The latest' })
  change: SecretChangeView | null;
}

export class ChipSettingsView {
  @ApiProperty({ enum: SETTINGS_STATES })
  state: SettingsState;

  /** 0: the factory's. */
  no: number;

  sampleMs: number;
  idleSampleMs: number;
  arcFromA: number;
  arcPauseMs: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  setAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the chip said against it' })
  error: string | null;
}

/** Keys, secret and settings of a chip: what it holds, and what it waits for. */
export class WireView {
  keys: KeysView;
  secret: SecretView;
  settings: ChipSettingsView;
}
