import type * as z from 'zod/mini';
import type { WrongField } from '#shared/domain/wrong-field.ts';

const CODE = /^[a-z]+(-[a-z]+)*$/;
const HARMLESS_NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

/** What is wrong, field by field, as dotted paths and codes; never a value. A field that does not exist is named when its name is harmless. */
export function wrongFields(issues: readonly z.core.$ZodIssue[]): WrongField[] {
  const wrong = issues.flatMap((issue): WrongField[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: dotted([...issue.path, HARMLESS_NAME.test(key) ? key : '?']),
        code: 'unknown',
      }));
    }
    return [{ field: dotted(issue.path), code: CODE.test(issue.message) ? issue.message : 'wrong' }];
  });
  return wrong.filter(
    (one, index) => wrong.findIndex(({ field, code }) => field === one.field && code === one.code) === index,
  );
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.');
