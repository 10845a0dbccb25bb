import { Controller, Get, HttpStatus, Logger, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService, type HealthIndicatorFunction } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/access.decorator';
import { HealthChecks, type HealthCheck } from './health-checks';

const LIMIT_MS = 2_000;

@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  private readonly logger = new Logger('health');

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly checks: HealthChecks,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process runs' })
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** Reasons stay in the log: they name hosts and accounts. */
  @Get('ready')
  @ApiOperation({ summary: 'Database, broker and migrations are in order' })
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: string; parts: Record<string, string> }> {
    const parts: Record<string, string> = {};
    await this.health
      .check(this.checks.all().map(([name, check]) => this.indicator(name, check, parts)))
      .catch(() => undefined);
    const ready = Object.values(parts).every((state) => state === 'up');
    reply.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return { status: ready ? 'ok' : 'unavailable', parts };
  }

  private indicator(name: string, check: HealthCheck, parts: Record<string, string>): HealthIndicatorFunction {
    return async () => {
      const session = this.indicators.check(name);
      try {
        await withinLimit(check);
        parts[name] = 'up';
        return session.up();
      } catch (fault) {
        parts[name] = 'down';
        this.logger.warn({ event: 'health.down', part: name, err: fault });
        return session.down();
      }
    };
  }
}

async function withinLimit(check: HealthCheck): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${LIMIT_MS} ms`)), LIMIT_MS);
  });
  try {
    await Promise.race([check(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
