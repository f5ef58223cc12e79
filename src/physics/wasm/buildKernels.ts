import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Compiled modules and the options that differ between them. The dense kernels share their memory between threads of the operator builder. */
const MODULES = {
  fieldKernels: ['--initialMemory', '1'],
  voxelKernels: ['--initialMemory', '1'],
  denseKernels: ['--enable', 'threads', '--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
};
const COMMON = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Compiles the AssemblyScript of assembly/ into the .wasm files beside this one, unless they are newer than every source: npm run build:wasm. */
async function buildKernels(): Promise<void> {
  const sources = readdirSync(here('./assembly')).map((name) => here(`./assembly/${name}`));
  const newest = Math.max(...[...sources, here('./buildKernels.ts')].map((file) => statSync(file).mtimeMs));
  for (const [name, options] of Object.entries(MODULES)) {
    const target = here(`./${name}.wasm`);
    if (existsSync(target) && statSync(target).mtimeMs > newest) continue;
    // The compiler takes seconds to load; most runs do not need it.
    const { default: asc } = await import('assemblyscript/asc');
    const { error, stderr } = await asc.main([here(`./assembly/${name}.ts`), '-o', target, ...COMMON, ...options]);
    if (error) throw new Error(`${name} does not compile: ${stderr.toString()}`);
  }
}

await buildKernels();
