import { getMetadataStorage, IsInt, Max, validateSync } from 'class-validator';
import { rememberConstraints } from '../../../src/platform/http/remember-constraints';

class Parent {
  @IsInt()
  count: unknown;
}
class Child extends Parent {
  @Max(3)
  half: unknown;
}

const failing = (count: unknown): string[] =>
  validateSync(Object.assign(new Child(), { count, half: count }))
    .flatMap((error) => Object.keys(error.constraints ?? {}))
    .sort();

describe('constraints of a class', () => {
  it('are the same ones remembered, those of its parents too, and looked up once', () => {
    const storage = getMetadataStorage();
    const before = [failing(2), failing(4), failing('x')];
    rememberConstraints(storage);
    const constraints = storage.getTargetValidationMetadatas(Child, '', false, false);
    expect([failing(2), failing(4), failing('x')]).toEqual(before);
    expect(before).toEqual([[], ['max'], ['isInt', 'max']]);
    expect(storage.getTargetValidationMetadatas(Child, '', false, false)).toBe(constraints);
  });

  it('of a group are looked up as before', () => {
    rememberConstraints();
    expect(getMetadataStorage().getTargetValidationMetadatas(Child, '', false, false, ['none'])).toEqual([]);
  });
});
