import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Larger than any honest form: 1,000 characters of explanation are at most 4 KB. */
const MAX_BODY_BYTES = 16 * 1024;

export type Body<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'too-large' | 'wrong-content-type' | 'unreadable-request' };

/** `application/json`, UTF-8. */
export function readJson(event: APIGatewayProxyEventV2, maxBytes?: number): Body<unknown> {
  const text = readText(event, 'application/json', maxBytes);
  if (text.kind !== 'read') return text;
  try {
    return { kind: 'read', value: JSON.parse(text.value) };
  } catch {
    return { kind: 'unreadable-request' };
  }
}

/** `application/x-www-form-urlencoded`, as a browser posts it. API Gateway hands it over in base64. */
export function readForm(event: APIGatewayProxyEventV2, maxBytes?: number): Body<URLSearchParams> {
  const text = readText(event, 'application/x-www-form-urlencoded', maxBytes);
  return text.kind === 'read' ? { kind: 'read', value: new URLSearchParams(text.value) } : text;
}

function readText(event: APIGatewayProxyEventV2, contentType: string, maxBytes = MAX_BODY_BYTES): Body<string> {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > maxBytes) return { kind: 'too-large' };
  const given = event.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (given !== contentType) return { kind: 'wrong-content-type' };
  try {
    return { kind: 'read', value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'unreadable-request' };
  }
}
