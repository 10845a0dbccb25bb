import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { XLSX } from '../../platform/documents/workbook';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { CollectRequest } from './collection.dto';
import { TypeNumberRequest } from './collected-subject.dto';
import {
  CollectionPage,
  CollectionQuery,
  CollectionView,
  OwnerElsewhere,
  OwnerQuery,
  WhoCollectedView,
  WhoQuery,
} from './collection-view.dto';
import { FindOwner } from './find-owner';
import { FindCollections } from './find-collections';
import { TakeCollection } from './take-collection';

@ApiTags('collection')
@Controller('collections')
export class CollectionsController {
  constructor(
    private readonly taking: TakeCollection,
    private readonly find: FindCollections,
    private readonly owners: FindOwner,
  ) {}

  @Post()
  @Allow('collection.write')
  @ApiHeader({ name: 'idempotency-key', required: true, description: 'the device’s own number of this collection' })
  @ApiResponse({
    status: 200,
    type: CollectionView,
    description: 'It was there: see `duplicateOf`; the caller is credited',
  })
  @ApiOperation({ summary: 'Takes in a machine, welder or enterprise collected on the spot' })
  async collect(
    @CurrentRequest() request: Request,
    @Headers('idempotency-key') number: string | undefined,
    @Body() body: CollectRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CollectionView> {
    const view = answer(await this.taking.execute(request, number, body));
    void reply.status(view.duplicateOf === null ? 201 : 200);
    return view;
  }

  @Get()
  @Allow('collection.read')
  @ApiOperation({ summary: 'What was collected, newest first; `state=number-owed` waits for a number to be typed' })
  list(@CurrentRequest() request: Request, @Query() query: CollectionQuery): Promise<CollectionPage> {
    return this.find.list(request, query);
  }

  @Get('owner')
  @Allow('collection.write')
  @ApiOperation({ summary: 'The one enterprise with this unified social credit code, wherever it is registered' })
  async owner(@Query() { uscc }: OwnerQuery): Promise<OwnerElsewhere> {
    return answer(await this.owners.byCreditCode(uscc));
  }

  @Get('who')
  @Allow('collection.read')
  @ApiOperation({ summary: 'Who collected what: by day, town and person, with the median time' })
  async who(@CurrentRequest() request: Request, @Query() query: WhoQuery): Promise<WhoCollectedView> {
    return answer(await this.find.whoCollected(request, query));
  }

  @Get('who.xlsx')
  @Allow('collection.read')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ summary: 'The same as a spreadsheet' })
  async sheet(@CurrentRequest() request: Request, @Query() query: WhoQuery): Promise<StreamableFile> {
    const disposition = 'attachment; filename="collections.xlsx"';
    return new StreamableFile(answer(await this.find.sheet(request, query)), { type: XLSX, disposition });
  }

  @Post(':id/number')
  @HttpCode(200)
  @Allow('collection.write')
  @ApiOperation({ summary: 'Types the number of a photographed document; the welder is registered now' })
  async number(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: TypeNumberRequest,
  ): Promise<CollectionView> {
    return answer(await this.taking.typeNumber(request, id, body));
  }
}
