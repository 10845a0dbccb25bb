import { createParamDecorator, type ExecutionContext, Injectable, type OnModuleInit } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid, RefusalError } from '../../../kernel/refusal';

/** A delivery of 50,000 chips. */
const LIMIT_BYTES = 5 * 1024 * 1024;

/** Lets the HTTP server read `text/csv`: as text, which the import itself takes apart. */
@Injectable()
export class CsvBodyReader implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** A command line has the features without an HTTP server. */
  onModuleInit(): void {
    const adapter: AbstractHttpAdapter | null = this.host.httpAdapter;
    const http = adapter?.getInstance<FastifyInstance>();
    http?.addContentTypeParser('text/csv', { parseAs: 'string', bodyLimit: LIMIT_BYTES }, (_request, body, done) =>
      done(null, body),
    );
  }
}

/** The text of a CSV request; anything else that came instead is refused. */
export const CsvBody = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (typeof body === 'string') return body;
  throw new RefusalError(invalid('chip.csv-expected'));
});
