import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { CodeRollPage, CodeRollQuery, CodeRollView, IssueRollRequest, VoidRollRequest } from './code-roll.dto';
import { KeepRolls } from './keep-rolls';

@ApiTags('registry')
@Controller('code-rolls')
export class CodeRollsController {
  constructor(private readonly rolls: KeepRolls) {}

  @Get()
  @Allow('code-roll.read')
  @ApiOperation({ summary: 'Rolls and sheets of blank codes, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: CodeRollQuery): Promise<CodeRollPage> {
    return this.rolls.list(request, query);
  }

  @Post(':id/issue')
  @HttpCode(200)
  @Allow('code-roll.issue')
  @ApiOperation({ summary: 'Hands a roll to a person' })
  async issue(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { userId }: IssueRollRequest,
  ): Promise<CodeRollView> {
    return answer(await this.rolls.issue(request, id, userId));
  }

  @Post(':id/void')
  @HttpCode(200)
  @Allow('code-roll.void')
  @ApiOperation({ summary: 'Voids a lost roll: its blank codes bind no more, those stuck on stay' })
  async void(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason }: VoidRollRequest,
  ): Promise<CodeRollView> {
    return answer(await this.rolls.void(request, id, reason));
  }
}
