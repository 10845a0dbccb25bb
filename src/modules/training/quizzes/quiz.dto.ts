import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { QUESTION_KINDS, type QuestionKind } from '../../../domain/training/questions';
import { QuestionOption } from '../questions/question.dto';

/** A drawn question, without its right answers. */
export class QuizQuestion {
  id: string;

  @ApiProperty({ enum: QUESTION_KINDS })
  kind: QuestionKind;

  textZh: string;
  textEn: string;

  @ApiProperty({ type: [QuestionOption] })
  options: QuestionOption[];
}

export class QuizView {
  /** The campaign. */
  id: string;

  name: string;
  questionCount: number;
  passPercent: number;

  /** How many attempts are left today. */
  attemptsLeft: number;

  passed: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'the attempt that was begun' })
  attemptId: string | null;

  @ApiProperty({ type: [QuizQuestion] })
  questions: QuizQuestion[];
}

export class QuizAnswer {
  @IsString()
  @Length(1, 64)
  questionId: string;

  @IsArray()
  @ArrayMaxSize(8)
  @Matches(/^[A-H]$/, { each: true })
  @ApiProperty({ type: [String] })
  choices: string[];
}

export class AnswerQuizRequest {
  /** As it was begun. */
  @IsString()
  @Length(1, 40)
  attemptId: string;

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => QuizAnswer)
  @ApiProperty({ type: [QuizAnswer] })
  answers: QuizAnswer[];
}

export class WrongAnswer {
  questionId: string;

  @ApiProperty({ type: [String] })
  correct: string[];

  explanationZh: string;
  explanationEn: string;
  source: string;
}

export class QuizResult {
  questions: number;
  right: number;
  passPercent: number;

  /** The quiz alone. */
  quizPassed: boolean;

  attemptsLeft: number;

  @ApiProperty({ type: [WrongAnswer] })
  wrong: WrongAnswer[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'the pass; null also where a session is still to be attended',
  })
  passId: string | null;

  @ApiProperty({ type: String, nullable: true })
  code: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  validTo: string | null;
}
