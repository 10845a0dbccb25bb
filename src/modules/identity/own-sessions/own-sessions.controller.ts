import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../allow.decorator';
import { EndSessionsRequest, OwnSessionList } from './own-session.dto';
import { OwnSessions } from './own-sessions';

@ApiTags('me')
@Controller('me/sessions')
export class OwnSessionsController {
  constructor(private readonly own: OwnSessions) {}

  @Get()
  @Allow('self.read')
  @ApiOperation({ summary: 'Where one is signed in' })
  list(@CurrentRequest() request: Request): Promise<OwnSessionList> {
    return this.own.list(request);
  }

  @Post('end-others')
  @HttpCode(200)
  @Allow('self.write')
  @ApiOperation({ summary: 'Ends all of one’s sessions but the one that asks; answers with what is left' })
  async endOthers(@CurrentRequest() request: Request, @Body() body: EndSessionsRequest): Promise<OwnSessionList> {
    return answer(await this.own.endOthers(request, body));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('self.write')
  @ApiOperation({ summary: 'Ends one of one’s other sessions; answers with what is left' })
  async endOne(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: EndSessionsRequest,
  ): Promise<OwnSessionList> {
    return answer(await this.own.endOne(request, id, body));
  }
}
