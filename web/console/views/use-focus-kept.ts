import { useEffect } from 'preact/hooks';

/**
 * A button that did its work and goes takes the focus with it, and who cannot see the screen no longer knows where they are: then the
 * heading of the screen gets it. Nothing moves for who looks at something else.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let last: Element | undefined;
    const nowhere = () => document.activeElement === document.body;
    const onFocus = () => {
      last = document.activeElement ?? undefined;
    };
    // Left by choice, with a click on the page itself: what goes after that took nothing along.
    const onPress = () => {
      setTimeout(() => {
        if (nowhere() && last?.isConnected) last = undefined;
      });
    };
    const watch = new MutationObserver(() => {
      if (!last || last.isConnected || !nowhere()) return;
      last = undefined;
      (document.querySelector<HTMLElement>('main h1') ?? document.getElementById('main'))?.focus({
        preventScroll: true,
      });
    });
    addEventListener('focusin', onFocus);
    addEventListener('pointerup', onPress);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      removeEventListener('focusin', onFocus);
      removeEventListener('pointerup', onPress);
      watch.disconnect();
    };
  }, []);
}
