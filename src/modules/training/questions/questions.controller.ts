import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { KeepQuestions } from './keep-questions';
import { QuestionPage, QuestionView, WriteQuestionRequest } from './question.dto';

/** The bank shows the right answers: it is for those who teach, not for those who are asked. */
@ApiTags('training')
@Controller('training/questions')
export class QuestionsController {
  constructor(private readonly bank: KeepQuestions) {}

  @Get()
  @Allow('training.questions')
  @ApiOperation({ summary: 'The question bank with its right answers and sources, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<QuestionPage> {
    return this.bank.list(request, query);
  }

  @Post()
  @Allow('training.questions')
  @ApiOperation({ summary: 'Adds a question of the own region to the bank' })
  async write(@CurrentRequest() request: Request, @Body() body: WriteQuestionRequest): Promise<QuestionView> {
    return answer(await this.bank.write(request, body));
  }

  @Post(':id/retire')
  @Allow('training.questions')
  @ApiOperation({ summary: 'Takes a question of the own region out of future quizzes' })
  async retire(@CurrentRequest() request: Request, @Param('id') id: string): Promise<QuestionView> {
    return answer(await this.bank.retire(request, id));
  }
}
