import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { LANGUAGES, type Language } from '#shared/domain/words.ts';

/** Of the page that a form was on. */
export const languageOf = (values: URLSearchParams): Language =>
  LANGUAGES.find((language) => language === values.get('language')) ?? 'nl';

/** As the browser is set, of who sent nothing that says so. */
export const languageAsked = ({ headers }: APIGatewayProxyEventV2): Language =>
  (headers['accept-language'] ?? '')
    .split(',')
    .map((one) => LANGUAGES.find((language) => one.trim().toLowerCase().startsWith(language)))
    .find((language) => language !== undefined) ?? 'nl';
