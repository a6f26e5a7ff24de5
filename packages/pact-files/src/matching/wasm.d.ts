declare module '*.wasm' {
  /** The bytes, in base 64. */
  const bytes: string;
  export default bytes;
}
