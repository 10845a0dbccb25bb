import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../database/unit-of-work';
import { languageOf } from '../i18n/language';
import type { Language } from '../../kernel/language';
import { Clock } from '../time/clock';
import type { Caller } from './caller';

/** What every use case needs to know of a call from outside: who asks, in which language, and when it arrived. */
export interface Request {
  readonly caller: Caller;
  readonly language: Language;
  readonly at: Instant;
}

/** A request inside the transaction that its use case opened. */
export type Call = Request & { readonly tx: Tx };

/** One moment for the whole request: rules, rows and audit entries agree on it. */
@Injectable()
class ArrivalTime implements PipeTransform<Omit<Request, 'at'>, Request> {
  constructor(private readonly clock: Clock) {}

  transform(asked: Omit<Request, 'at'>): Request {
    return { ...asked, at: this.clock.now() };
  }
}

const whoAsks = createParamDecorator((_: unknown, context: ExecutionContext): Omit<Request, 'at'> => {
  const { caller, headers } = context.switchToHttp().getRequest<FastifyRequest & { caller: Caller }>();
  return { caller, language: languageOf(headers['accept-language']) };
});

/** For routes that ask for a permission: the guard has established the caller. A public route takes `CurrentCaller`. */
export const CurrentRequest = (): ParameterDecorator => whoAsks(ArrivalTime);
