import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Public } from '../../../platform/auth/access.decorator';
import type { Caller } from '../../../platform/auth/caller';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { DrawCommitRequest, DrawRevealRequest, PublishDrawRequest } from './draw-requests.dto';
import { DrawPage, DrawView, OfficerChoices, PublishedDrawView } from './draw.dto';
import { FindDraws } from './find-draws';
import { PublishDraw } from './publish-draw';
import { TakePart } from './take-part';

@ApiTags('inspections')
@Controller('inspections/draws')
export class DrawsController {
  constructor(
    private readonly publish: PublishDraw,
    private readonly part: TakePart,
    private readonly find: FindDraws,
  ) {}

  @Post()
  @Allow('inspection.plan')
  @ApiOperation({ summary: 'Publishes the list of a draw with its hash, before anybody commits' })
  async create(@CurrentRequest() request: Request, @Body() body: PublishDrawRequest): Promise<PublishedDrawView> {
    return answer(await this.publish.execute(request, body));
  }

  @Get()
  @Allow('inspection.read')
  @ApiOperation({ summary: 'Draws of the region, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<DrawPage> {
    return this.find.list(request, query);
  }

  @Get('officers')
  @Allow('inspection.plan')
  @ApiOperation({ summary: 'Who may be sent: officials of the region' })
  officers(@CurrentRequest() request: Request): Promise<OfficerChoices> {
    return this.find.officers(request);
  }

  @Get(':id')
  @Public()
  @ApiOperation({ summary: 'A draw as it is published: anybody draws again with `npm run draw:verify`' })
  async one(@Param('id') id: string, @CurrentCaller() caller: Caller | null): Promise<DrawView> {
    return answer(await this.find.open(id, caller));
  }

  @Post(':id/commit')
  @HttpCode(200)
  @Allow('inspection.draw')
  @ApiOperation({ summary: 'Commits to a value by its hash; two officers do' })
  async commit(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { hash }: DrawCommitRequest,
  ): Promise<DrawView> {
    return answer(await this.part.commit(request, id, hash));
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @Allow('inspection.draw')
  @ApiOperation({ summary: 'Tells the value that was committed to; the second one draws' })
  async reveal(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { value }: DrawRevealRequest,
  ): Promise<DrawView> {
    return answer(await this.part.reveal(request, id, value));
  }
}
