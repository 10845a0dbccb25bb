import { IsString, Length, Matches } from 'class-validator';

/** The key of the link in the text message. */
export class StopTextsRequest {
  @IsString()
  @Length(1, 100)
  key: string;
}

export class ResumeTextsRequest extends StopTextsRequest {
  @IsString()
  @Matches(/^\s*\d{6}\s*$/)
  code: string;
}

export class TextsStopped {
  /** Whether this phone takes no more texts about small jobs. */
  textsStopped: boolean;
}
