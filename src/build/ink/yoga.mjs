/** Yoga, Ink's layout engine, compiled at once and without a promise. Stands in for yoga-layout's own `dist/src/index.js`. */
import wasm from 'newsprint:yoga-wasm';
import loadYoga from '../../../node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from '../../../node_modules/yoga-layout/dist/src/wrapAssembly.js';

// Emscripten fills this object in and, as nothing here is asynchronous, is done with it when the call returns.
const library = {
  /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance) => void} receive */
  instantiateWasm(imports, receive) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports);
    receive(instance);
    return instance.exports;
  },
};
void loadYoga(library);

export default wrapAssembly(library);
export * from '../../../node_modules/yoga-layout/dist/src/generated/YGEnums.js';
