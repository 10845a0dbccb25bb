import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { DecidePhotoCheck } from './decide-photo-check';
import { FindPhotoChecks } from './find-photo-checks';
import { DecidePhotoRequest, PhotoCheckPage, PhotoCheckQuery, PhotoCheckView } from './photo-check.dto';

@ApiTags('jobs')
@Controller('photo-checks')
export class PhotoChecksController {
  constructor(
    private readonly find: FindPhotoChecks,
    private readonly decide: DecidePhotoCheck,
  ) {}

  @Get()
  @Allow('photo-check.read')
  @ApiOperation({ summary: 'Photos that prove a place or a person, newest first; `mine`: those that wait for a look' })
  list(@CurrentRequest() request: Request, @Query() query: PhotoCheckQuery): Promise<PhotoCheckPage> {
    return this.find.list(request, query);
  }

  @Get(':id')
  @Allow('photo-check.read')
  @ApiOperation({ summary: 'One of them, with the photo of the welder’s certificate to compare it with' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<PhotoCheckView> {
    return answer(await this.find.one(request, id));
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Allow('photo-check.decide')
  @ApiOperation({ summary: 'The photo shows what it should' })
  async accept(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { note }: DecidePhotoRequest,
  ): Promise<PhotoCheckView> {
    return answer(await this.decide.execute(request, id, 'accepted', note ?? null));
  }

  @Post(':id/doubt')
  @HttpCode(200)
  @Allow('photo-check.decide')
  @ApiOperation({ summary: 'The photo does not show it: the work that it let begin ends, and an alert is raised' })
  async doubt(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { note }: DecidePhotoRequest,
  ): Promise<PhotoCheckView> {
    return answer(await this.decide.execute(request, id, 'doubted', note ?? null));
  }

  @Post(':id/unclear')
  @HttpCode(200)
  @Allow('photo-check.decide')
  @ApiOperation({ summary: 'Nobody can tell from it: what an enterprise cannot tell, an official is asked' })
  async unclear(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { note }: DecidePhotoRequest,
  ): Promise<PhotoCheckView> {
    return answer(await this.decide.execute(request, id, 'unclear', note ?? null));
  }
}
