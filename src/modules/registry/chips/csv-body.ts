import { createParamDecorator, type ExecutionContext, Injectable, type OnModuleInit } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readTableText } from '../../../domain/registry/numbers/table-text';
import { invalid, RefusalError } from '../../../kernel/refusal';

/** A delivery of 50,000 chips. */
const LIMIT_BYTES = 5 * 1024 * 1024;

/** Lets the HTTP server read `text/csv`: as bytes, because spreadsheets write many encodings and name none. */
@Injectable()
export class CsvBodyReader implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** A command line has the features without an HTTP server. */
  onModuleInit(): void {
    const adapter: AbstractHttpAdapter | null = this.host.httpAdapter;
    const http = adapter?.getInstance<FastifyInstance>();
    http?.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: LIMIT_BYTES }, (_request, body, done) =>
      done(null, body),
    );
  }
}

/** The text of a CSV request; anything else that came instead is refused. */
export const CsvBody = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(body)) throw new RefusalError(invalid('chip.csv-expected'));
  const text = readTableText(body);
  if (!text.ok) throw new RefusalError(invalid(text.refusal));
  return text.value;
});
