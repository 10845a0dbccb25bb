import { IsString, Length } from 'class-validator';

export class TakeoverRequest {
  /** Who leaves. */
  @IsString()
  @Length(1, 64)
  fromUserId: string;

  /** Who takes over. */
  @IsString()
  @Length(1, 64)
  toUserId: string;
}

export class TakeoverView {
  /** Codes of the grids that changed hands. */
  grids: string[];

  /** Ids of the cases that were given to the successor. */
  cases: string[];
}
