import { latePart } from '../../core/latePart';
import type { TissueGrid } from '../../physics/folded/tissueGrid';

const NAME = 'foldedGrid.bin';
const reader = latePart(() => import('../../physics/folded/gridFile'));

/** Fetches the blocks of tissue of the shipped head from this origin; null where they cannot be had: three shells then go on serving on cuts. */
export async function fetchBlocks(): Promise<TissueGrid | null> {
  try {
    const response = await fetch(new URL('../../../models/heads/colin27/foldedGrid.bin', import.meta.url).href);
    if (!response.ok) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return (await reader()).readTissueGrid(bytes, NAME);
  } catch {
    return null;
  }
}
