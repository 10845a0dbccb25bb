import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../auth/access.decorator';
import { CurrentRequest, type Request } from '../auth/request';
import { AuditPage, AuditQuery } from './audit.dto';
import { AuditTrail } from './audit.view';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  @Get()
  @RequirePermission('audit.read')
  @ApiOperation({ summary: 'Who did what in the caller’s region, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: AuditQuery): Promise<AuditPage> {
    return this.trail.list(request, query);
  }
}
