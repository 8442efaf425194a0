import type { FormKeys } from '#shared/ports/form-keys.ts';
import { formKeyKey } from '../dynamo/keys.ts';
import type { MemoryWorld } from './memory-world.ts';

export const memoryFormKeys = ({ access }: MemoryWorld, newKey: () => string): FormKeys => ({
  async keyOf(month, removeAt) {
    const key = formKeyKey(month);
    const secret = String(access.get(key)?.['secret'] ?? newKey());
    access.put({ ...key, secret, ttl: removeAt });
    return secret;
  },
});
