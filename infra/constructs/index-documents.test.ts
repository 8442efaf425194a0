import { describe, expect, it } from 'vitest';
import { INDEX_DOCUMENTS } from './index-documents.ts';

type Answer = { uri: string } | { statusCode: number; headers: { location: { value: string } } };

const handler: (event: { request: { uri: string } }) => Answer = new Function(`${INDEX_DOCUMENTS}; return handler`)();

const answerTo = (uri: string): Answer => handler({ request: { uri } });

describe('index documents', () => {
  it('are found for a folder', () => {
    expect(answerTo('/')).toEqual({ uri: '/index.html' });
    expect(answerTo('/console/')).toEqual({ uri: '/console/index.html' });
  });

  it('leave a file alone', () => {
    expect(answerTo('/console/app.js')).toEqual({ uri: '/console/app.js' });
    expect(answerTo('/.well-known/security.txt')).toEqual({ uri: '/.well-known/security.txt' });
  });

  it('send a folder without its slash to the folder', () => {
    expect(answerTo('/console')).toMatchObject({ statusCode: 301, headers: { location: { value: '/console/' } } });
  });

  it('never send a visitor to another site', () => {
    for (const uri of ['//evil.example', '//evil', '/\\evil']) {
      const answer = answerTo(uri);
      expect('uri' in answer || /^\/[^/\\]/.test(answer.headers.location.value)).toBe(true);
    }
  });

  it('fit in a CloudFront function', () => {
    expect(INDEX_DOCUMENTS.length).toBeLessThan(10_240);
  });
});
