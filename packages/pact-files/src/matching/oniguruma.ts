// Built as a module of its own, with the library and its WebAssembly in it, so that it loads wherever JavaScript does, and
// only where a pattern must be judged.
export { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
export { default as wasm } from 'vscode-oniguruma/release/onig.wasm';
