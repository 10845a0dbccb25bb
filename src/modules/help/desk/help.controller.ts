import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { HELP_COMMANDS } from '../../../domain/help/help-life-cycle';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { AskHelp } from './ask-help';
import { CommandHelp } from './command-help';
import { FindHelp } from './find-help';
import { AskHelpRequest, HelpCommandRequest, HelpDetail, HelpFigures, HelpPage, HelpQuery } from './help.dto';

@ApiTags('help')
@Controller('help')
export class HelpController {
  constructor(
    private readonly askHelp: AskHelp,
    private readonly find: FindHelp,
    private readonly commandHelp: CommandHelp,
  ) {}

  @Post()
  @Allow('help.ask')
  @ApiOperation({ summary: 'Asks the duty desk for help with a refusal; the same refusal again is the same request' })
  async ask(@CurrentRequest() request: Request, @Body() body: AskHelpRequest): Promise<HelpDetail> {
    return answer(await this.askHelp.execute(request, body));
  }

  @Get()
  @Allow('help.read')
  @ApiOperation({ summary: 'Requests for help, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: HelpQuery): Promise<HelpPage> {
    return this.find.list(request, query);
  }

  @Get('figures')
  @Allow('help.read')
  @ApiOperation({ summary: 'How many wait, and the median time from refusal to power' })
  figures(@CurrentRequest() request: Request): Promise<HelpFigures> {
    return this.find.figures(request);
  }

  @Get(':id')
  @Allow('help.read')
  @ApiOperation({
    summary: 'One request: the refusal then and now, what was done, and the commands open to the caller',
  })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<HelpDetail> {
    return answer(await this.find.one(request, id));
  }

  @Post(':id/commands/:command')
  @HttpCode(200)
  @Allow('help.command')
  @ApiParam({ name: 'command', enum: HELP_COMMANDS })
  @ApiOperation({ summary: 'Taken, answered, let pass for some hours, put right, closed' })
  @ApiConflictResponse({ description: 'problem `help.command-not-open` with `commands[]`' })
  async command(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: HelpCommandRequest,
  ): Promise<HelpDetail> {
    return answer(await this.commandHelp.execute(request, id, name, body));
  }
}
