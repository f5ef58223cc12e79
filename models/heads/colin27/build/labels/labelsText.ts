import { LABEL_PARAMETERS } from './brainTissue';
import type { LabelMeasures } from './measureLabels';

/** LABELS.md, written by the builder so that the numbers in it are those that were used and measured. */
export function labelsText({ milliliters, thickness }: LabelMeasures, pictures: readonly string[]): string {
  const p = LABEL_PARAMETERS;
  const rounded = (value: number): string => value.toFixed(0);
  return `# The five tissues of Colin27

This file is written by the builder of the folded cortex. Do not edit it by hand. The labels themselves are not stored: they are made again from the same scan as
the surfaces (see [SOURCES.md](SOURCES.md)), on its grid of 0.5 mm, and kept in \`build-cache/folded\`. The same inputs give the same labels.

## Steps

1. Scalp, skull and fluid from the boundary shells: a voxel lies inside a shell by the parity of its crossings along z.
2. \`ch2better\`, smoothed with ${p.smoothing} mm: brain is brighter than ${p.brainThreshold}, at least ${p.insideSkull} mm inside the inner skull, largest part. Cerebellum and brain stem belong to it.
3. White matter is brighter than ${p.whiteThreshold}; the threshold follows ${p.thresholdFollows} of the local brightness of white matter (standard deviation ${p.brightnessRange} mm). The peaks of grey and
   white matter lie at ${p.greyPeak} and 113. Parts and holes of fewer than ${p.leastVoxels} voxels are dropped.
4. Closed sulci are opened: fluid where the intensity, cut off at ${p.greyPeak}, lies ${p.sulcusDepth} below its closing by a cube of ${p.sulcusReach} mm to each side, farther than ${p.sulcusFromWhite} mm from white matter.
5. Grey rims of the ventricles, where white matter and fluid share voxels, are white within ${p.ventricleRim} mm of both.

## Measured

| tissue | volume, ml |
|---|---|
${Object.entries(milliliters)
  .map(([tissue, value]) => `| ${tissue} | ${rounded(value)} |`)
  .join('\n')}

Thickness of the cerebral cortex, halfway through it (distance to white matter plus distance to fluid): median ${thickness[1].toFixed(2)} mm, 5th to 95th percentile
${thickness[0].toFixed(2)} to ${thickness[2].toFixed(2)} mm. Published medians of adults are 2.3 to 2.8 mm.

**The borders are the largest uncertainty of the field.** Moving the border between grey matter and fluid by half a millimeter changes the field by 8 to 9 %, the border of
white matter by 3 %. T1 shows bone as dark as fluid, so the skull is plausible, not measured; meninges, vessels and the layers of the skull are left out.

## Sections

${pictures.map((name) => `![Section at ${name.replace('.png', '').replace(/^([xyz])/, '$1 = ')} mm](build/labels/slices/${name})`).join('\n')}
`;
}
