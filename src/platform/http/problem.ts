import { Injectable } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FieldError } from '../../kernel/refusal';
import { Catalogue } from '../i18n/catalogue';
import type { Language } from '../../kernel/language';
import type { Answered } from './problem-kinds';

export const PROBLEM_TYPE = 'application/problem+json';

export class ProblemFieldError {
  @ApiProperty({ description: 'the field, as the request wrote it: `place.lat`' })
  path: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  message: string;
}

/** RFC 9457, with a stable `code`; members beyond these belong to the code (`findings`, `commands`, `retryAfter`). */
export class Problem {
  @ApiProperty({ example: 'urn:hanan:problem:request.invalid' })
  type: string;

  @ApiProperty({ description: 'the kind of refusal, in the language asked for' })
  title: string;

  @ApiProperty()
  status: number;

  @ApiProperty({ description: 'what was refused and what to do about it' })
  detail: string;

  @ApiProperty({ description: 'stable, to be compared with' })
  code: string;

  @ApiProperty({ description: 'path of the request' })
  instance: string;

  @ApiPropertyOptional({ type: [ProblemFieldError] })
  errors?: ProblemFieldError[];
}

/** Without the query: it may hold what a person typed. */
export const pathOf = (request: { readonly url: string }): string => request.url.split('?')[0] ?? '/';

@Injectable()
export class ProblemWriter {
  constructor(private readonly catalogue: Catalogue) {}

  write({ status, cause }: Answered, language: Language, instance: string): Problem {
    return {
      ...cause.extra,
      type: `urn:hanan:problem:${cause.code}`,
      title: this.catalogue.text(`status.${status}`, language),
      status,
      detail: this.catalogue.text(cause.code, language, cause.params),
      code: cause.code,
      instance,
      ...(cause.errors && { errors: cause.errors.map((error) => this.fieldError(error, language)) }),
    };
  }

  private fieldError({ path, code, params }: FieldError, language: Language): ProblemFieldError {
    const known = this.catalogue.has(code) ? code : 'field.invalid';
    return { path, code, message: this.catalogue.text(known, language, params) };
  }
}
