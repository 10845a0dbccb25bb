import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ERASURE_COMMANDS } from '../../../domain/privacy/erasure';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { AskErasure } from './ask-erasure';
import { DecideErasure } from './decide-erasure';
import {
  AskErasureRequest, DecideErasureRequest, ErasureRequestPage, ErasureRequestQuery, ErasureRequestView, OwnErasure, RecordErasureRequest,
} from './erasure.dto'; // prettier-ignore

@ApiTags('privacy')
@Controller()
export class ErasuresController {
  constructor(
    private readonly asking: AskErasure,
    private readonly deciding: DecideErasure,
  ) {}

  @Get('me/erasure')
  @Allow('self.read')
  @ApiOperation({ summary: 'What became of the caller’s own request to be forgotten, and what stands against one' })
  own(@CurrentRequest() request: Request): Promise<OwnErasure> {
    return this.asking.own(request);
  }

  @Post('me/erasure')
  @Allow('self.write')
  @ApiOperation({ summary: 'Asks that the platform forgets the caller; an official decides' })
  async ask(@CurrentRequest() request: Request, @Body() { reason }: AskErasureRequest): Promise<ErasureRequestView> {
    return answer(await this.asking.ask(request, reason));
  }

  @Post('me/erasure/:id/withdraw')
  @HttpCode(200)
  @Allow('self.write')
  @ApiOperation({ summary: 'Takes one’s own request back; open until somebody has decided' })
  async withdraw(@CurrentRequest() request: Request, @Param('id') id: string): Promise<ErasureRequestView> {
    return answer(await this.deciding.command(request, id, 'withdraw'));
  }

  @Get('erasure-requests')
  @Allow('erasure.decide')
  @ApiOperation({ summary: 'Who asked to be forgotten, newest first, with what stands against it' })
  list(@CurrentRequest() request: Request, @Query() query: ErasureRequestQuery): Promise<ErasureRequestPage> {
    return this.deciding.list(request, query);
  }

  @Post('erasure-requests')
  @Allow('erasure.decide')
  @ApiOperation({ summary: 'Writes down that a welder without account asked; another official decides' })
  async record(
    @CurrentRequest() request: Request,
    @Body() { welderId, reason }: RecordErasureRequest,
  ): Promise<ErasureRequestView> {
    return answer(await this.asking.record(request, welderId, reason));
  }

  @Post('erasure-requests/:id/commands/:command')
  @HttpCode(200)
  @Allow('erasure.decide')
  @ApiParam({ name: 'command', enum: ERASURE_COMMANDS })
  @ApiOperation({
    summary: 'Approves or refuses; an approved one is carried out at once, or on the day the law lets names go',
  })
  @ApiConflictResponse({ description: 'problem `erasure.obstacles` with `obstacles[]`' })
  async command(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('command') command: string,
    @Body() { note }: DecideErasureRequest,
  ): Promise<ErasureRequestView> {
    return answer(await this.deciding.command(request, id, command, note));
  }
}
