/** What tests send instead of a credential, by kind, and what stands in the pact. The verifier puts the real one in its place. */
export const placeholders = {
  apiKey: 'placeholder-api-key',
  jwt: 'placeholder-jwt',
  applicationJwt: 'placeholder-application-jwt',
} as const;
