import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Adds a language to a copy of the project as a translator would: one folder, made from the Dutch one. */
export function writePseudoLanguage(root: string, code: string): void {
  const texts = join(root, 'shared/texts');
  mkdirSync(join(texts, code));
  for (const file of readdirSync(join(texts, 'nl'))) {
    const names = [...readFileSync(join(texts, 'nl', file), 'utf8').matchAll(/^export const (\w+)/gm)].map(
      ([, name]) => name,
    );
    const lines = names.map((name) => `export const ${name} = pseudo(nl.${name});`);
    writeFileSync(
      join(texts, code, file),
      `import { pseudo } from '../../../tests/languages/pseudo.ts';\nimport * as nl from '../nl/${file}';\n\n${lines.join('\n')}\n`,
    );
  }
  writeFileSync(
    join(texts, code, 'language.ts'),
    `import type { LanguageFacts } from '../language-facts.ts';\n\nexport const language: LanguageFacts = { name: 'Psěudø', direction: 'ltr' };\n`,
  );
}
