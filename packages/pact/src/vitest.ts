// The vitest plugin. Kept out of the package's main entry, which runs inside the tests.
export {
  customerPactPlugin,
  type CustomerPactPlugin,
  type CustomerPactPluginOptions,
} from './vitest/customer-pact-plugin.ts';
