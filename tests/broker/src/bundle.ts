import { fileURLToPath } from 'node:url';

/** The folder of the Gemfile. */
export const brokerFolder = fileURLToPath(new URL('..', import.meta.url));

/**
 * The environment of Bundler: this machine's, with our Gemfile, and with the gems inside this folder. Settings of a broker
 * that is elsewhere would be taken for ours.
 */
export const bundleEnvironment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PACT_BROKER_'))),
  BUNDLE_GEMFILE: `${brokerFolder}/Gemfile`,
  BUNDLE_PATH: `${brokerFolder}/.bundle`,
  BUNDLE_FROZEN: 'true',
};
