import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { invalid, RefusalError, type FieldError } from '../../kernel/refusal';
import { codeOfConstraint } from './constraint-codes';
import { rememberConstraints } from './remember-constraints';
import { tidied, verbatimFields } from './typed-fields';

/** Brings every text that people typed to one form before anything looks at it. */
class TypedTextPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const typed = metadata.type === 'body' || metadata.type === 'query';
    return super.transform(typed ? tidied(value, verbatimFields(metadata.metatype)) : value, metadata);
  }
}

/** Checks every body and query against its class: unknown fields are refused, numbers in queries are read as numbers. */
export function requestPipe(): ValidationPipe {
  rememberConstraints();
  return new TypedTextPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: true, value: true }, // the limits of a constraint are declared on its class
    exceptionFactory: (errors) => new RefusalError(invalid('request.invalid', { errors: fieldErrors(errors) })),
  });
}

/** One entry a field and constraint; a field that is missing says only that. */
function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const path = `${parent}${error.property}`;
    return [...ownErrors(error, path), ...fieldErrors(error.children ?? [], `${path}.`)];
  });
}

function ownErrors(error: ValidationError, path: string): FieldError[] {
  const constraints = Object.keys(error.constraints ?? {});
  if (constraints.length === 0) return [];
  if (error.value === undefined || error.value === null) return [{ path, code: 'field.required' }];
  return constraints.map((constraint) => ({
    path,
    code: codeOfConstraint(constraint),
    params: limitsOf(error, constraint),
  }));
}

/** The numbers and words a constraint was declared with (`@Max(100)`): `{0}`, `{1}` in its text. */
function limitsOf(error: ValidationError, constraint: string): Record<string, unknown> {
  const target = error.target?.constructor;
  if (!target) return {};
  const declared = getMetadataStorage()
    .getTargetValidationMetadatas(target, '', false, false)
    .find((metadata) => metadata.propertyName === error.property && metadata.name === constraint);
  const limits: unknown[] = Array.isArray(declared?.constraints) ? declared.constraints : [];
  return Object.fromEntries(limits.map((limit, i) => [String(i), limit]));
}
