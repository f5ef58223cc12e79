/** A coil of the editor: two flat wings of six turns in two layers. */
export const EDITED = {
  wings: 2,
  innerRadius: 0.02,
  outerRadius: 0.04,
  turns: 6,
  layers: 2,
  layerSpacing: 0.005,
  wingSpacing: 0.1,
  wingAngle: 0,
} as const;
