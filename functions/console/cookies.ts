import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** `__Host-`: only over a secure connection, only this host, every path; no other site on the domain can set one. */
export const SESSION_COOKIE = '__Host-session';
/** Ties a sign-in code to the browser that asked for it. */
export const BROWSER_COOKIE = '__Host-browser';
/** By which a browser is known in which somebody signed in before. Lets nobody in. */
export const KNOWN_COOKIE = '__Host-known';

export const newCookie = (name: string, value: string, maxAgeSeconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; Secure; SameSite=Strict`;
export const withoutCookie = (name: string): string => newCookie(name, '', 0);

/** API Gateway gives cookies as a list; the emulator only as a header. */
export function cookie(event: APIGatewayProxyEventV2, name: string): string | undefined {
  const pairs = event.cookies ?? event.headers['cookie']?.split(';') ?? [];
  const found = pairs.map((pair) => pair.trim()).find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) || undefined;
}
