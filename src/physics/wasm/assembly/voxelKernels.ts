// Entry of the voxel kernels (AssemblyScript, not TypeScript).
export { applyMatrix, prolong, restrictResidual, smoothBackward, smoothForward, smoothFromZero, step, sums, turn } from './voxelMultigrid';
export { edgeSource, potentialRow } from './voxelSources';
