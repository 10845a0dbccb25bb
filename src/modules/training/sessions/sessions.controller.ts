import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { ArrangeSession } from './arrange-session';
import { AttendSession } from './attend-session';
import { FindSessions } from './find-sessions';
import { AttendanceList, AttendanceView, AttendRequest, OpenSessionRequest, SessionCode, TrainingSessionPage, SessionQuery, TrainingSessionView, SignByCardRequest } from './session.dto'; // prettier-ignore

@ApiTags('training')
@Controller('training/sessions')
export class SessionsController {
  constructor(
    private readonly arranging: ArrangeSession,
    private readonly find: FindSessions,
    private readonly attending: AttendSession,
  ) {}

  @Post()
  @Allow('training.teach')
  @ApiOperation({ summary: 'Arranges a session of a campaign' })
  async arrange(@CurrentRequest() request: Request, @Body() body: OpenSessionRequest): Promise<TrainingSessionView> {
    return answer(await this.arranging.execute(request, body));
  }

  @Get()
  @Allow('training.read')
  @ApiOperation({ summary: 'Sessions within reach, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: SessionQuery): Promise<TrainingSessionPage> {
    return this.find.list(request, query);
  }

  @Get(':id')
  @Allow('training.read')
  @ApiOperation({ summary: 'A session with how many came' })
  async show(@CurrentRequest() request: Request, @Param('id') id: string): Promise<TrainingSessionView> {
    return answer(await this.find.show(request, id));
  }

  @Get(':id/code')
  @Allow('training.teach')
  @ApiOperation({ summary: 'The sign-in code of this half minute with its QR picture, for the screen of the trainer' })
  async code(@CurrentRequest() request: Request, @Param('id') id: string): Promise<SessionCode> {
    return answer(await this.find.code(request, id));
  }

  @Get(':id/attendances')
  @Allow('training.teach')
  @ApiOperation({ summary: 'Who came, the last one first' })
  async attendances(@CurrentRequest() request: Request, @Param('id') id: string): Promise<AttendanceList> {
    return answer(await this.find.attendances(request, id));
  }

  @Post(':id/attend')
  @Allow('training.attend')
  @ApiOperation({ summary: 'A welder signs in with the code on the screen' })
  async attend(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: AttendRequest,
  ): Promise<AttendanceView> {
    // prettier-ignore
    return answer(await this.attending.byCode(request, id, body, 'in'));
  }

  @Post(':id/leave')
  @HttpCode(200)
  @Allow('training.attend')
  @ApiOperation({ summary: 'A welder signs out with the code on the screen; minutes are counted' })
  async leave(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: AttendRequest,
  ): Promise<AttendanceView> {
    // prettier-ignore
    return answer(await this.attending.byCode(request, id, body, 'out'));
  }

  @Post(':id/attend-by-card')
  @Allow('training.teach')
  @ApiOperation({ summary: 'The trainer signs in a welder without a phone by scanning the card' })
  async attendByCard(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: SignByCardRequest,
  ): Promise<AttendanceView> {
    // prettier-ignore
    return answer(await this.attending.byCard(request, id, body, 'in'));
  }

  @Post(':id/leave-by-card')
  @HttpCode(200)
  @Allow('training.teach')
  @ApiOperation({ summary: 'The trainer signs out a welder without a phone by scanning the card' })
  async leaveByCard(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: SignByCardRequest,
  ): Promise<AttendanceView> {
    // prettier-ignore
    return answer(await this.attending.byCard(request, id, body, 'out'));
  }
}
