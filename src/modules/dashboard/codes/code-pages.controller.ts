import { Controller, Get, Param } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Public } from '../../../platform/auth/access.decorator';
import type { Caller } from '../../../platform/auth/caller';
import { answer } from '../../../platform/http/answer';
import { CurrentLanguage } from '../../../platform/i18n/current-language';
import type { Language } from '../../../kernel/language';
import { CodePage } from './code-page.dto';
import { ReadCode } from './read-code';

@ApiTags('codes')
@Controller('codes')
export class CodePagesController {
  constructor(private readonly readCode: ReadCode) {}

  @Get(':code')
  @Public()
  @ApiOperation({
    summary: 'What a scanned code stands for: one colour, one sentence, and what the caller may see beyond',
  })
  @ApiNotFoundResponse({ description: 'problem `code.unknown`' })
  async read(
    @CurrentCaller() caller: Caller | null,
    @CurrentLanguage() language: Language,
    @Param('code') code: string,
  ): Promise<CodePage> {
    return answer(await this.readCode.execute(caller, code, language));
  }
}
