import { Controller, Get, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentCaller, RequirePermission } from '../auth/access.decorator';
import type { Caller } from '../auth/caller';
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
  async upload(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<StoredPhoto> {
    return answer(await this.store.execute(caller, await readPhotoForm(request)));
  }

  @Get(':id')
  @RequirePermission('file.read')
  @ApiProduces('image/jpeg')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ summary: 'A photo' })
  async picture(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return pictureAnswer(reply, answer(await this.read.execute(caller, id)));
  }
}
