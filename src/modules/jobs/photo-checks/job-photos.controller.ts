import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { JobView } from '../job.dto';
import { AnswerPhotoAsk } from './answer-photo-ask';
import { JobPhotoRequest } from './photo-check.dto';

@ApiTags('jobs')
@Controller('jobs')
export class JobPhotosController {
  constructor(private readonly answerAsk: AnswerPhotoAsk) {}

  @Post(':id/photo')
  @HttpCode(200)
  @Allow('job.finish')
  @ApiOperation({ summary: 'The photo of the welder that a running job was asked for' })
  async photo(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { photoId }: JobPhotoRequest,
  ): Promise<JobView> {
    return answer(await this.answerAsk.execute(request, id, photoId));
  }
}
