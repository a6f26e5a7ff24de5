/**
 * The ways to prove who one is. `JWT` (a user's session) and `ApplicationJWT` (an App Store application) look the same
 * on the wire: `Authorization: Bearer <token>`.
 *
 * Source: Rebilly OpenAPI 2026-08.
 */
export const securitySchemes = {
  SecretApiKey: { type: 'apiKey', in: 'header', name: 'REB-APIKEY' },
  JWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  ApplicationJWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
} as const;

/** The name of a security scheme. */
export type SecurityScheme = keyof typeof securitySchemes;
