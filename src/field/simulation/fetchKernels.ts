import kernelsAddress from '../../physics/wasm/fieldKernels.wasm?url';

/** The bytes of the kernels, or null where they cannot be had: then the TypeScript twins do the work. */
export async function fetchKernels(): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(kernelsAddress);
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}
