import type { Language } from '#shared/domain/words.ts';
import { accessibilityPage } from '#shared/html/accessibility-page.ts';
import { contextOf, type PageContext } from '#shared/html/context.ts';
import { startPage } from '#shared/html/form-page.ts';
import { notFoundPage } from '#shared/html/outcome-pages.ts';
import { pathOf, REQUEST_PAGE, SELF_TRY_PAGE } from '#shared/html/paths.ts';
import { privacyPage } from '#shared/html/privacy-page.ts';
import { emptyRequestPage } from '#shared/html/request-page.ts';
import { securityPage } from '#shared/html/security-page.ts';
import { selfTryPage } from '#shared/html/self-try-page.ts';
import { statusPage } from '#shared/html/status-page.ts';
import { type MunicipalityConfig, settingsOf } from '../infra/config.ts';
import { securityContact } from './site-files.ts';

/** Every page that is the same for everybody, by its file. */
export function pagesOf(config: MunicipalityConfig): ReadonlyMap<string, string> {
  const { languages, controller } = config;
  const accessibility = { ...config.accessibility, mailbox: config.accessibility.mailbox ?? controller.mailbox };
  const pages = new Map<string, string>();
  for (const language of languages) {
    const context = contextIn(config, language);
    const file = (page: string): string => `${pathOf(language, page).slice(1)}index.html`;
    pages.set(file(''), startPage(context, languages));
    pages.set(file('status/'), statusPage(context, languages));
    pages.set(file(SELF_TRY_PAGE), selfTryPage(context, languages));
    pages.set(file('privacy/'), privacyPage(context, languages));
    pages.set(file(REQUEST_PAGE), emptyRequestPage(context, languages));
    pages.set(file('accessibility/'), accessibilityPage(context, languages, accessibility));
    pages.set(file('security/'), securityPage(context, languages, securityContact(config)));
  }
  const [first = 'nl', ...others] = languages;
  const inOthers = others.map((language) => contextIn(config, language));
  pages.set('404.html', notFoundPage([contextIn(config, first), ...inOthers]));
  return pages;
}

const contextIn = (config: MunicipalityConfig, language: Language): PageContext =>
  contextOf(settingsOf(config, config.baseUrl), language);
