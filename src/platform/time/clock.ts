import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';

/** The only place that reads the system clock. Everything else is told the time. */
@Injectable()
export class Clock {
  now(): Instant {
    return Date.now();
  }
}
