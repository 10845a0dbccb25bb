import { Injectable } from '@nestjs/common';
import { ok } from '../../../kernel/result';
import type { Act } from '../permit-steps';
import type { CommandHandler, Given } from './handler';

/** `return`, `reject`, `cancel`: a reason, and whoever was waited for is not any more. */
@Injectable()
export class TurnDownPermit implements CommandHandler {
  act({ body }: Given): Act {
    return () =>
      ok({
        detail: { reason: body.reason?.trim() },
        changes: { waitingSince: null, watcherId: null, watchOnAt: null },
      });
  }
}
