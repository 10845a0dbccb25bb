import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { QUESTION_KINDS, type QuestionKind } from '../../../domain/training/questions';
import { TRAINING_TOPICS, type TrainingTopic } from '../../../domain/training/topics';

export class QuestionOption {
  @Matches(/^[A-H]$/)
  key: string;

  @IsString()
  @Length(1, 300)
  zh: string;

  @IsString()
  @Length(1, 300)
  en: string;
}

export class WriteQuestionRequest {
  @IsIn(TRAINING_TOPICS)
  @ApiProperty({ enum: TRAINING_TOPICS })
  topic: TrainingTopic;

  @IsIn(QUESTION_KINDS)
  @ApiProperty({ enum: QUESTION_KINDS })
  kind: QuestionKind;

  @IsString()
  @Length(4, 500)
  @Matches(/\S{2}/)
  textZh: string;

  @IsString()
  @Length(4, 500)
  @Matches(/\S{2}/)
  textEn: string;

  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(8)
  @ValidateNested({ each: true })
  @Type(() => QuestionOption)
  @ApiProperty({ type: [QuestionOption] })
  options: QuestionOption[];

  /** Keys of the right options. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(8)
  @IsString({ each: true })
  @ApiProperty({ type: [String] })
  correct: string[];

  @IsString()
  @Length(2, 1_000)
  explanationZh: string;

  @IsString()
  @Length(2, 1_000)
  explanationEn: string;

  /** Where the rule is written. */
  @IsString()
  @Length(2, 200)
  source: string;
}

export class QuestionView extends WriteQuestionRequest {
  id: string;

  /** '' is the platform's own. */
  regionCode: string;
}

export class QuestionPage {
  @ApiProperty({ type: [QuestionView] })
  items: QuestionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
