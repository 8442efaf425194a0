import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** How an authenticator can be different from an honest one. */
type Behaviour = { readonly origin?: string; readonly verifiesUser?: boolean; readonly counter?: number };

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/**
 * A passkey in software (Web Authentication Level 3, ES256, no attestation): answers a challenge as a browser and its authenticator do, or
 * as a dishonest pair would.
 */
export function anAuthenticator(site: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const relyingParty = createHash('sha256').update(new URL(site).hostname).digest();

  const clientData = (type: string, challenge: unknown, { origin = new URL(site).origin }: Behaviour) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = ({ verifiesUser = true, counter = 0 }: Behaviour, attested = Buffer.alloc(0)) => {
    const flags = PRESENT | (verifiesUser ? VERIFIED : 0) | (attested.length > 0 ? ATTESTED : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([relyingParty, Buffer.from([flags]), count, attested]);
  };
  const answer = (response: Readonly<Record<string, string>>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });

  return {
    id: id.toString('base64url'),
    make(options: Readonly<Record<string, unknown>>, behaviour: Behaviour = {}) {
      const attested = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey(publicKey.export({ format: 'jwk' })),
      ]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(authenticatorData(behaviour, attested)),
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', options['challenge'], behaviour).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      });
    },
    sign(options: Readonly<Record<string, unknown>>, behaviour: Behaviour = {}) {
      const client = clientData('webauthn.get', options['challenge'], behaviour);
      const data = authenticatorData(behaviour);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      });
    },
  };
}

/** COSE_Key of an ES256 public key (RFC 9053): kty 2, alg -7, crv 1, x, y. */
const coseKey = ({ x = '', y = '' }: { x?: string; y?: string }) =>
  Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, 'base64url')),
  ]);

/** CBOR (RFC 8949) of a text under 24 bytes. */
const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
/** CBOR of a byte string under 65,536 bytes. */
const cborBytes = (bytes: Buffer) =>
  bytes.length < 256
    ? Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])
    : Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 0xff]), bytes]);
