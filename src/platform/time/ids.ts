import { Injectable } from '@nestjs/common';
import { monotonicFactory } from 'ulid';
import type { Instant } from '../../kernel/time';

/** ULIDs, monotonic within a process: sortable by time of making, so `id desc` is newest first. */
@Injectable()
export class Ids {
  private readonly ulid = monotonicFactory();

  next(at: Instant): string {
    return this.ulid(at);
  }
}
