import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { monotonicFactory } from 'ulid';
import type { Instant } from '../../kernel/time';

/** ULIDs, monotonic within a process: sortable by time of making, so `id desc` is newest first. */
@Injectable()
export class Ids {
  private readonly ulid = monotonicFactory(fromStore(4_096));

  next(at: Instant): string {
    return this.ulid(at);
  }
}

/** Random numbers from 0 up to 1. An id takes sixteen: asked for one by one they cost as much as the rest of a request. */
function fromStore(bytes: number): () => number {
  let store = randomBytes(bytes);
  let next = 0;
  return () => {
    if (next === bytes) {
      store = randomBytes(bytes);
      next = 0;
    }
    return store[next++]! / 256;
  };
}
