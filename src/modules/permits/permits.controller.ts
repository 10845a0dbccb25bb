import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { PERMIT_COMMANDS } from '../../domain/permits/permit-life-cycle';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { IfMatch } from '../../platform/http/version';
import { Allow } from '../identity/allow.decorator';
import { ChangeDraft } from './draft/change-draft';
import { CommandPermit } from './steps/command-permit';
import { CreateDraft } from './draft/create-draft';
import { FindPermit } from './page/find-permit';
import { PermitCommandRequest } from './steps/permit-command.dto';
import { PermitView } from './page/permit-detail.dto';
import { CreatePermitRequest, DraftPermitRequest } from './draft/draft.dto';

@ApiTags('permits')
@Controller('permits')
export class PermitsController {
  constructor(
    private readonly create: CreateDraft,
    private readonly change: ChangeDraft,
    private readonly find: FindPermit,
    private readonly commands: CommandPermit,
  ) {}

  @Post()
  @Allow('permit.write')
  @ApiOperation({ summary: 'Asks for a hot-work permit: a draft, or with `submit` at once' })
  async make(@CurrentRequest() request: Request, @Body() body: CreatePermitRequest): Promise<PermitView> {
    return answer(await this.create.execute(request, body));
  }

  @Get(':id')
  @Allow('permit.read')
  @ApiOperation({ summary: 'One permit, with the commands open to the caller' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<PermitView> {
    return answer(await this.find.one(request, id));
  }

  @Put(':id')
  @Allow('permit.write')
  @ApiHeader({ name: 'if-match', required: false, description: 'the ETag it was read with' })
  @ApiOperation({ summary: 'Fills in a draft, or what was returned, anew' })
  async put(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @IfMatch() version: number | null,
    @Body() body: DraftPermitRequest,
  ): Promise<PermitView> {
    return answer(await this.change.execute(request, id, version, body));
  }

  @Post(':id/commands/:command')
  @HttpCode(200)
  @Allow('permit.command')
  @ApiParam({ name: 'command', enum: PERMIT_COMMANDS })
  @ApiOperation({ summary: 'A step in its life; out of turn 409 with the commands that are open' })
  async command(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('command') command: string,
    @Body() body: PermitCommandRequest,
  ): Promise<PermitView> {
    return answer(await this.commands.execute(request, id, command, body));
  }
}
