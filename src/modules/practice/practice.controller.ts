import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { KeepPractice } from './keep-practice';
import { DeclarePracticeRequest, PracticeView } from './practice.dto';

@ApiTags('practice')
@Controller('welders/:id/practice')
export class PracticeController {
  constructor(private readonly practice: KeepPractice) {}

  @Get()
  @Allow('welder.read')
  @ApiOperation({
    summary: 'Since when a welder is known to be at the trade; six months off it ask for a practical test',
  })
  async show(@CurrentRequest() request: Request, @Param('id') id: string): Promise<PracticeView> {
    return answer(await this.practice.show(request, id));
  }

  @Post()
  @HttpCode(200)
  @Allow('practice.declare')
  @ApiOperation({ summary: 'States work that the platform does not see, or a practical test that was passed' })
  async declare(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: DeclarePracticeRequest,
  ): Promise<PracticeView> {
    return answer(await this.practice.declare(request, id, body));
  }
}
