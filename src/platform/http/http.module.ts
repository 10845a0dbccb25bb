import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { BeginAgain } from './begin-again.interceptor';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyPurge } from './idempotency-purge';
import { IdempotencyStore } from './idempotency.store';
import { requestPipe } from './request-pipe';
import { VersionTag } from './version';

/** What every request and answer goes through: checks of the body, idempotency keys, versions. */
@Module({
  providers: [
    IdempotencyStore,
    IdempotencyPurge,
    { provide: APP_PIPE, useFactory: requestPipe },
    { provide: APP_INTERCEPTOR, useClass: BeginAgain }, // first: the hash of an idempotency key, too, is made anew
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: VersionTag },
  ],
})
export class HttpModule {}
