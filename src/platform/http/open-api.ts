import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { version } from '../../../package.json';
import { Problem } from './problem';

const ERRORS = { 401: 'not signed in', 403: 'not allowed', 404: 'not found', 409: 'in conflict', 422: 'not valid' };

/** The API as OpenAPI 3.1, made from the code. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('焊安 Hanan')
    .setDescription(
      'Welding-work supervision: one chip, one code, one platform. Errors are RFC 9457 problem documents.',
    )
    .setVersion(version)
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  Object.values(document.paths).forEach((path) => Object.values(path as Record<string, Operation>).forEach(addProblem));
  return withTypeArrays(document) as OpenAPIObject;
}

interface Operation {
  responses: Record<string, unknown>;
  security?: unknown;
}

/** One `default` answer says what every refusal looks like. */
function addProblem(operation: Operation): void {
  operation.responses['default'] ??= {
    description: `Refused: ${Object.entries(ERRORS)
      .map(([status, meaning]) => `${status} ${meaning}`)
      .join(', ')}`,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

/** OpenAPI 3.0 said `nullable: true`; 3.1 is JSON Schema and says `type: [x, "null"]`. The library still writes the former. */
function withTypeArrays(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withTypeArrays);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withTypeArrays(value)]),
  );
  if (nullable !== true) return nullable === undefined ? rest : { ...rest, nullable };
  if (Array.isArray(rest['allOf']) || rest['$ref']) {
    const { type: _type, allOf, $ref, ...others } = rest;
    return { ...others, oneOf: [...(Array.isArray(allOf) ? (allOf as unknown[]) : [{ $ref }]), { type: 'null' }] };
  }
  return typeof rest['type'] === 'string'
    ? {
        ...rest,
        type: [rest['type'], 'null'],
        ...(Array.isArray(rest['enum']) ? { enum: [...(rest['enum'] as unknown[]), null] } : {}),
      }
    : rest;
}
