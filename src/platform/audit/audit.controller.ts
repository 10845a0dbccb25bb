import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission } from '../auth/access.decorator';
import type { Caller } from '../auth/caller';
import { AuditPage, AuditQuery } from './audit.dto';
import { AuditTrail } from './audit.view';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  @Get()
  @RequirePermission('audit.read')
  @ApiOperation({ summary: 'Who did what in the caller’s region, newest first' })
  list(@CurrentCaller() caller: Caller, @Query() query: AuditQuery): Promise<AuditPage> {
    return this.trail.list(caller, query);
  }
}
