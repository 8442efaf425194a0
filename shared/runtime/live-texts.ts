import type { OwnTexts } from '#shared/domain/own-texts.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { textsInForce } from '#shared/usecases/texts-in-force.ts';
import { liveOwnTexts } from './live-stores.ts';
import { faultName, log } from './log.ts';

/** The municipality's own texts as they are now, for whatever a function says. One per container: it remembers them. */
export const liveTexts = ({ texts }: Pick<Settings, 'texts'>): (() => Promise<OwnTexts>) =>
  textsInForce({
    reader: liveOwnTexts(),
    configured: texts,
    onFault: (fault) => log.error('OWN_TEXTS_NOT_READ', { fault: faultName(fault) }),
  });
