import type { Registers } from '#shared/ports/registers.ts';

/** Of a municipality that asks no register: without `rules.registers` nobody asks these either. */
export const noRegisters: Registers = async () => 'unknown';
