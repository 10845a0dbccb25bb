import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { CaseDecisions, ReplayView } from './replay/replay.dto';
import { ReplayDecision } from './replay/replay-decision';
import { TakePack } from './pack/take-pack';

@ApiTags('evidence')
@Controller()
export class EvidenceController {
  constructor(
    private readonly takePack: TakePack,
    private readonly replayDecision: ReplayDecision,
  ) {}

  @Get('violations/:id/evidence.zip')
  @Allow('violation.read')
  @ApiProduces('application/zip')
  @ApiOperation({ summary: 'A case with all that it rests on, signed; `npm run evidence:verify` checks it elsewhere' })
  @ApiNotFoundResponse({ description: 'problem `violation.not-found`' })
  async pack(@CurrentRequest() request: Request, @Param('id') id: string): Promise<StreamableFile> {
    const { archive, name } = answer(await this.takePack.execute(request, id));
    return new StreamableFile(archive, { type: 'application/zip', disposition: `attachment; filename="${name}"` });
  }

  @Get('violations/:id/decisions')
  @Allow('decision.replay')
  @ApiOperation({ summary: 'Decisions by which the work of a case began, and scans of its machine in the day before' })
  @ApiNotFoundResponse({ description: 'problem `violation.not-found`' })
  async decisions(@CurrentRequest() request: Request, @Param('id') id: string): Promise<CaseDecisions> {
    return answer(await this.replayDecision.ofCase(request, id));
  }

  @Get('decisions/:id/replay')
  @Allow('decision.replay')
  @ApiOperation({ summary: 'A stored decision with its facts and rules, decided again by the rules of that time' })
  @ApiNotFoundResponse({ description: 'problem `decision.not-found`' })
  async replay(@CurrentRequest() request: Request, @Param('id') id: string): Promise<ReplayView> {
    return answer(await this.replayDecision.execute(request, id));
  }
}
