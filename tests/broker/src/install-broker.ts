import { spawnSync } from 'node:child_process';

import { brokerFolder, bundleEnvironment } from './bundle.ts';

/** Before all tests: installs the gems of the broker that the lock file names, which takes a minute the first time. */
export function setup(): void {
  const { error, status, stdout, stderr } = spawnSync('bundle', ['install', '--jobs', '4'], {
    cwd: brokerFolder,
    env: bundleEnvironment,
    encoding: 'utf8',
  });
  if (error !== undefined) {
    throw new Error(
      `Failed to install a Pact Broker: there is no Ruby with Bundler here (${error.message}). ` +
        'Install Ruby 3.1 or later, or set SKIP_BROKER_TESTS=1.',
      { cause: error },
    );
  }
  if (status !== 0) {
    throw new Error(
      `Failed to install a Pact Broker: bundle install exited with ${status}. Correct what it names:\n${stdout}${stderr}`,
    );
  }
}
