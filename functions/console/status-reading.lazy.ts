/** In a file of its own (infra/constructs/function-code.ts): somebody looks at it once a week. */
export { readStatus } from '#shared/usecases/read-status.ts';
