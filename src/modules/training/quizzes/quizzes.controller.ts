import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { PrintPass } from './print-pass';
import { AnswerQuizRequest, QuizResult, QuizView } from './quiz.dto';
import { TakeQuiz } from './take-quiz';

@ApiTags('training')
@Controller('training')
export class QuizzesController {
  constructor(
    private readonly quiz: TakeQuiz,
    private readonly paper: PrintPass,
  ) {}

  @Get('quizzes/:id')
  @Allow('training.attend')
  @ApiOperation({
    summary: 'The quiz of a campaign for the welder who asks, with the questions of an attempt that is open',
  })
  async show(@CurrentRequest() request: Request, @Param('id') id: string): Promise<QuizView> {
    return answer(await this.quiz.show(request, id));
  }

  @Post('quizzes/:id/attempts')
  @HttpCode(200)
  @Allow('training.attend')
  @ApiOperation({ summary: 'Begins an attempt: draws its questions. Begun twice, it is the same attempt' })
  async begin(@CurrentRequest() request: Request, @Param('id') id: string): Promise<QuizView> {
    return answer(await this.quiz.begin(request, id));
  }

  @Post('quizzes/:id/answers')
  @HttpCode(200)
  @Allow('training.attend')
  @ApiOperation({ summary: 'Answers an attempt, once; graded by the server, with wrong answers explained' })
  async answers(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: AnswerQuizRequest,
  ): Promise<QuizResult> {
    // prettier-ignore
    return answer(await this.quiz.answer(request, id, body));
  }

  @Get('passes/:id/certificate.pdf')
  @Allow('training.read')
  @Header('content-type', 'application/pdf')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'The certificate of attendance, A5, with its code' })
  async certificate(@CurrentRequest() request: Request, @Param('id') id: string): Promise<Buffer> {
    return answer(await this.paper.execute(request, id));
  }
}
