import { render } from 'preact';
import { App } from './app.tsx';
import { rememberedLanguage } from './language.ts';
import { loadTexts } from './texts.ts';

/** Without a connection there is nothing to say yet, and nothing to say it with. */
const AGAIN_AFTER_MS = 2_000;

async function start(root: HTMLElement): Promise<void> {
  try {
    await loadTexts(rememberedLanguage());
  } catch {
    setTimeout(() => void start(root), AGAIN_AFTER_MS);
    return;
  }
  root.replaceChildren();
  render(<App />, root);
}

const root = document.getElementById('app');
if (root) void start(root);
