import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { VIOLATION_COMMANDS } from '../../domain/violations/violation-life-cycle';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { IfMatch } from '../../platform/http/version';
import { Allow } from '../identity/allow.decorator';
import { CommandViolation } from './command-violation';
import { FindViolations } from './find-violations';
import { RecordViolation } from './record-violation';
import {
  AssigneeQuery,
  RecordViolationRequest,
  ViolationCommandRequest,
  ViolationQuery,
} from './violation-request.dto';
import { AssigneeChoices } from './case-parts.dto';
import { ViolationDetail, ViolationPage } from './violation.dto';

@ApiTags('violations')
@Controller('violations')
export class ViolationsController {
  constructor(
    private readonly find: FindViolations,
    private readonly recordViolation: RecordViolation,
    private readonly commandViolation: CommandViolation,
  ) {}

  @Get()
  @Allow('violation.read')
  @ApiOperation({ summary: 'Violations, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: ViolationQuery): Promise<ViolationPage> {
    return this.find.page(request, query);
  }

  @Get(':id')
  @Allow('violation.read')
  @ApiOperation({
    summary: 'One violation: evidence in words, legal basis, history, and the commands open to the caller',
  })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<ViolationDetail> {
    return answer(await this.find.one(request, id));
  }

  @Get(':id/assignees')
  @Allow('violation.write')
  @ApiOperation({
    summary: 'To whom the case may be given: officials in charge, people of the enterprise, enterprises',
  })
  async assignees(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() { q }: AssigneeQuery,
  ): Promise<AssigneeChoices> {
    return answer(await this.find.choices(request, id, q?.trim() ?? ''));
  }

  @Post()
  @Allow('violation.write')
  @ApiOperation({ summary: 'Records what an official found on site, also later than it was found' })
  async record(@CurrentRequest() request: Request, @Body() body: RecordViolationRequest): Promise<ViolationDetail> {
    return answer(await this.recordViolation.execute(request, body));
  }

  @Post(':id/commands/:command')
  @HttpCode(200)
  @Allow('violation.command')
  @ApiParam({ name: 'command', enum: VIOLATION_COMMANDS })
  @ApiHeader({ name: 'if-match', required: false, description: 'the ETag it was read with' })
  @ApiOperation({ summary: 'A step of the loop: assigned, put right, looked at again, signed off' })
  @ApiConflictResponse({ description: 'problem `violation.command-not-open` with `commands[]`' })
  async command(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('command') name: string,
    @IfMatch() version: number | null,
    @Body() body: ViolationCommandRequest,
  ): Promise<ViolationDetail> {
    return answer(await this.commandViolation.execute(request, { id, name, version, body }));
  }
}
