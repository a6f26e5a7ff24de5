declare module '*.wasm' {
  /** The bytes, in base 64. */
  const bytes: string;
  export default bytes;
}

/** What is needed of it, and of what the declarations of Oniguruma name. Only those of a page have it all. */
declare namespace WebAssembly {
  type ImportValue = unknown;
  interface WebAssemblyInstantiatedSource {
    readonly instance: object;
  }
  function instantiate(
    bytes: Uint8Array<ArrayBuffer>,
    imports: Record<string, Record<string, ImportValue>> | undefined,
  ): Promise<WebAssemblyInstantiatedSource>;
}
