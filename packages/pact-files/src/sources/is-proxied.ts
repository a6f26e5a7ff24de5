const variables = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]);

/** Whether the environment names a proxy. Pact's core goes through it; Node only where NODE_USE_ENV_PROXY says so. */
export function isProxied(): boolean {
  return variables.some((name) => process.env[name]);
}
