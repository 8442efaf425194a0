export type AwsRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type AwsAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/**
 * Settings for a client of the AWS SDK that leave the process out of it: what the client would send is kept, and the answer is read as if it
 * came from AWS. Everything between a command and the wire is the real thing.
 */
export function awsAnswers(answer: (request: AwsRequest) => AwsAnswer) {
  const requests: AwsRequest[] = [];
  return {
    requests,
    settings: {
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
      requestHandler: {
        async handle({ method, path, headers, body }: Omit<AwsRequest, 'body'> & { body: unknown }) {
          const request = { method, path, headers, body: textOf(body) };
          requests.push(request);
          const { status = 200, headers: said = {}, body: text = '' } = answer(request);
          return { response: { statusCode: status, headers: said, body: new TextEncoder().encode(text) } };
        },
      },
    },
  };
}

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : typeof body === 'string' ? body : '';
