/** The name of the configuration that a working directory may have. */
export const configFile = 'customer-pact.config.json';
