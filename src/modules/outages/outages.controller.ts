import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { PageQuery } from '../../platform/http/page';
import { Allow } from '../identity/allow.decorator';
import { DeclareOutage } from './declare-outage';
import { EnterPaper } from './enter-paper';
import { IssueBlock } from './issue-block';
import { CloseOutageRequest, DeclareOutageRequest, OutagePage, OutageView } from './outage.dto';
import {
  EnterPaperRequest,
  IssueBlockRequest,
  PaperBlockPage,
  PaperBlockView,
  PaperPermitPage,
  PaperPermitView,
} from './paper.dto';

@ApiTags('outages')
@Controller()
export class OutagesController {
  constructor(
    private readonly outages: DeclareOutage,
    private readonly blocks: IssueBlock,
    private readonly papers: EnterPaper,
  ) {}

  @Get('outages')
  @Allow('outage.read')
  @ApiOperation({ summary: 'Times without the platform, declared or recorded by itself, the last one first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<OutagePage> {
    return this.outages.list(request, query);
  }

  @Post('outages')
  @Allow('outage.write')
  @ApiOperation({
    summary: 'Declares an outage for a region and all below it, with its reason; without an end it goes on',
  })
  async declare(@CurrentRequest() request: Request, @Body() body: DeclareOutageRequest): Promise<OutageView> {
    return answer(await this.outages.execute(request, body));
  }

  @Post('outages/:id/close')
  @HttpCode(200)
  @Allow('outage.write')
  @ApiOperation({ summary: 'Says when an outage ended that was declared while it went on' })
  async close(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { to }: CloseOutageRequest,
  ): Promise<OutageView> {
    return answer(await this.outages.close(request, id, to));
  }

  @Get('paper-blocks')
  @Allow('paper.print')
  @ApiOperation({ summary: 'Blocks of numbered paper forms, the last one first' })
  blocksOf(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<PaperBlockPage> {
    return this.blocks.list(request, query);
  }

  @Post('paper-blocks')
  @Allow('paper.issue')
  @ApiOperation({ summary: 'Issues a block of numbered paper forms to an enterprise or a region' })
  async issue(@CurrentRequest() request: Request, @Body() body: IssueBlockRequest): Promise<PaperBlockView> {
    return answer(await this.blocks.execute(request, body));
  }

  @Get('paper-blocks/:id/forms.pdf')
  @Allow('paper.print')
  @Header('content-type', 'application/pdf')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'The forms of a block, one A4 page each with its number and QR code' })
  async print(@CurrentRequest() request: Request, @Param('id') id: string): Promise<Buffer> {
    return answer(await this.blocks.print(request, id));
  }

  @Get('paper-permits')
  @Allow('paper.read')
  @ApiOperation({ summary: 'Paper permits that were entered, the last one first' })
  papersOf(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<PaperPermitPage> {
    return this.papers.list(request, query);
  }

  @Post('paper-permits')
  @Allow('paper.enter')
  @ApiOperation({ summary: 'Enters a paper permit of an outage; arcs of its machines in its time are judged anew' })
  async enter(@CurrentRequest() request: Request, @Body() body: EnterPaperRequest): Promise<PaperPermitView> {
    return answer(await this.papers.execute(request, body));
  }
}
