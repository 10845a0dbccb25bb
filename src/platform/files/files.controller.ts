import { Controller, Get, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequirePermission } from '../auth/access.decorator';
import { CurrentRequest, type Request } from '../auth/request';
import { answer } from '../http/answer';
import { PhotoUpload, StoredPhoto } from './file.dto';
import { readPhotoForm } from './multipart-photo';
import { pictureAnswer } from './picture-answer';
import { ReadPhoto } from './read-photo';
import { StorePhoto } from './store-photo';

@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(
    private readonly store: StorePhoto,
    private readonly read: ReadPhoto,
  ) {}

  @Post()
  @RequirePermission('file.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PhotoUpload })
  @ApiOperation({ summary: 'Keeps a photo; it is checked by its content and re-encoded' })
  async upload(@CurrentRequest() request: Request, @Req() http: FastifyRequest): Promise<StoredPhoto> {
    return answer(await this.store.execute(request, await readPhotoForm(http)));
  }

  @Get(':id')
  @RequirePermission('file.read')
  @ApiProduces('image/jpeg')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ summary: 'A photo' })
  async picture(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return pictureAnswer(reply, answer(await this.read.execute(request, id)));
  }
}
