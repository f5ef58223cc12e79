import { OCCLUSION_PARAMETERS } from './ambientOcclusion';
import { CORTEX_PARAMETERS } from './cortexField';
import { CORTEX_MESH_PARAMETERS } from './cortexSurface';
import type { ShippedFile } from './manifestFile';
import { SCALP_PARAMETERS } from './scalpField';
import { SCALP_MESH_PARAMETERS } from './scalpSurface';
import { SHELL_PARAMETERS } from './shells';

/** SOURCES.md, written by the builder so that the parameters in it are those that were used. */
export function sourcesText(files: readonly ShippedFile[]): string {
  return [ORIGIN, scalpSteps(), shellSteps(), cortexSteps(), LANDMARKS, fileTable(files), LICENCES].join('\n');
}

const ORIGIN = `# Colin27: where this head comes from and how it was made

This file is written by \`npm run build:head\`. Do not edit it by hand.

## Origin

One healthy man was scanned 27 times; the scans were registered and averaged (T1-weighted), and brought into the space of the Montreal
Neurological Institute (MNI-152 axes): Holmes CJ, Hoge R, Collins L, Woods R, Toga AW, Evans AC. Enhancement of MR images using registration
for signal averaging. J Comput Assist Tomogr 1998;22(2):324-333, doi 10.1097/00004728-199803000-00032.

Four volumes of the Debian package \`mricron-data\` (1.2.20211006+dfsg-4) are used, each with its own sform; no other file of the package:

| file | content | grid |
|---|---|---|
| \`ch2.nii.gz\` | the head | 181 × 217 × 181, 1 mm |
| \`ch2bet.nii.gz\` | the head with everything but the brain removed | 181 × 217 × 181, 1 mm |
| \`ch2better.nii.gz\` | the brain, with open sulci | 301 × 370 × 316, 0.5 mm |
| \`brodmann.nii.gz\` | labels after Brodmann, drawn on this head | 181 × 217 × 181, 1 mm |

To build again: \`apt-get install mricron-data\` and \`npm run build:head\`; or unpack the .deb with \`dpkg -x\` and give the folder
\`usr/share/mricron/templates\` as the argument. The same inputs give the same bytes.

It is one person's head, not an average, and not the head of the person who is looked at. It is a teaching model, not for clinical use.
`;

function scalpSteps(): string {
  const p = SCALP_PARAMETERS;
  const m = SCALP_MESH_PARAMETERS;
  return `## Scalp (\`scalp.glb\`)

1. Gaussian smoothing 0.7 mm; skin is brighter than ${p.threshold}; opening 1.5 mm; largest part; closing ${p.closing} mm (nostrils, ear canals); filled.
2. The scan is cut: at z = -69 mm (jaw and neck), |x| = 89 mm (ears, cheeks), y = 90 mm (tip of the nose, and the brow by about 2 mm). The last planes
   are repeated outward and ended by caps over the solution of Δh = -2 on the cut face: a sphere of radius ${p.browRadius} mm at the brow; half ellipsoids of
   ${p.flattening.side} (ears, cheeks), ${p.flattening.nose} (nose) and ${p.flattening.neck} (neck) of the half width. Below the brow the caps are invented; \`_FADE\` marks them.
3. How much of every voxel is head (by intensity at the skin, so that the surface lies between voxels), smoothed with ${p.smoothingFine} mm on face and ears and ${p.smoothingCalm} mm elsewhere, where the scan has hair and ghosts rather than relief.
4. Surface nets at 1 mm, ${m.taubinRounds} rounds of Taubin smoothing, quadric simplification to ${m.triangles} triangles (normals of the fine surface are kept).
`;
}

function shellSteps(): string {
  const p = SHELL_PARAMETERS;
  return `## Boundary shells (\`shells.glb\`)

Three closed surfaces of 5120 triangles, star-shaped from (${p.center.join(', ')}) mm, by radial projection of a subdivided icosahedron.

1. Inner skull: largest part of \`ch2bet\` above 40, closing ${p.brainClosing} mm, distance smoothed with ${p.brainSmoothing} mm, grown by ${p.fluid} mm for fluid and dura, at least
   ${p.leastFluid} mm outside the mask smoothed with ${p.leastSmoothing} mm (tips of the lobes). A T1 scan
   hardly separates fluid from bone, so this layer is **assumed**.
2. Outer skull: along every ray the place where the intensity, coming from the brightest layer of the scalp, falls halfway to the darkest bone.
   Used where it gives ${p.thickness.least} to ${p.thickness.most} mm and, fading over 15 mm, above the plane z = 0.12 (y + 20 mm); elsewhere, and at the skull base, ${p.thickness.assumed} mm are **assumed**.
   Median over neighbors twice, ${p.thicknessRounds} rounds of smoothing, bounded to ${p.thickness.least}-${p.thickness.most} mm and to ${p.leastScalp} mm below the scalp along the ray.
3. Scalp: the display scalp after an opening of ${p.scalpOpening} mm (no ears, little nose), smoothing ${p.scalpSmoothing} mm, ${p.scalpInset} mm inside the display scalp and nowhere outside it.

The skull is therefore plausible and smooth, not measured: T1 shows bone as dark as air and fluid. \`shellsAtLevel(radii, 3)\` of the builder gives the
same shells with 1280 triangles.
`;
}

function cortexSteps(): string {
  const p = CORTEX_PARAMETERS;
  const m = CORTEX_MESH_PARAMETERS;
  return `## Cortex, cerebellum and brain stem (\`cortex.glb\`, \`context.glb\`)

1. \`ch2better\` smoothed with 0.35 mm, on a grid of ${p.spacing} mm. Brain is brighter than ${p.greyThreshold}.
2. Cerebrum from cerebellum and stem: seeded watershed, brightest voxels first, which meets in the dark line of the tentorium; the stem is cut by a plane
   through the midbrain. Strands at the base thinner than ${2 * p.strandRadius} mm (optic nerves, chiasm, stalk of the pituitary) are removed.
3. Ventricles and the deep clefts around the thalamus are filled by an ellipsoid and by what air from outside cannot reach: they are no cortex.
4. White matter is brighter than ${p.whiteThreshold}, a threshold that follows the mean brightness of the white matter within ${p.brightnessRange} mm (visual and motor cortex are brighter).
5. The surface: ${p.outsideWhite} mm outside the white matter, but at least ${p.insidePial} mm inside the pial boundary, so that sulci are open; field smoothed with ${p.smoothing} mm. It runs
   inside the grey matter, about half a millimetre to two below the pial surface.
6. Handles (bridges across sulci and between the hemispheres, about 0.07 % of the voxels) are cut: voxels are added from the deepest outward, each only if it is
   a simple point, so that the solid has the topology of a ball.
7. Surface nets of the field made manifold, ${m.taubinRounds} rounds of Taubin smoothing, largest piece, quadric simplification to ${m.cortexTriangles} triangles. Normals are those of the fine surface.
   A finer display level was left out: at the size of a screen it adds little and would exceed the budget of 0.7 MB.
8. \`_OCCLUSION\`: ${OCCLUSION_PARAMETERS.rays} cosine-weighted rays up to ${OCCLUSION_PARAMETERS.reach} mm. \`_DEPTH\`: distance below the closing of the cerebrum by ${m.envelopeClosing} mm, 1 = ${m.depthScale} mm.
   \`_CURVATURE\`: mean curvature of the fine surface, ±1 = ${m.curvatureScale} per mm. \`_REGION\`: label of the nearest labelled voxel within ${m.labelReach} mm, else 0.
9. Cerebellum and stem: what is left, opening 1.5 mm, closing 1 mm, smoothing 1 mm, handles cut as above, ${m.hindbrainTriangles} triangles.
`;
}

const LANDMARKS = `## Landmarks (\`landmarks.json\`)

Nasion: the bottom of the hollow between brow and nose in the midline profile, by a parabola fitted within 9 mm (computed). Inion and preauricular points cannot be read off a
skin surface alone: they are the points of this scalp nearest to those of the published electrode set for this head (standard_1005 of the FieldTrip
templates; Oostenveld et al. 2003, the boundary-element head "colin27"; coordinates read in later texts): inion (0, -118.6, -23.1), left (-86.1, -20.0, -48.0), right
(85.8, -20.0, -48.0) mm. The choice is graded \`assumed\`. For comparison the nasion of that set is (0, 86.8, -40.0) mm.

Electrodes: 10-20 percent rule along plane sections of the scalp; Cz by alternating between the two central curves until it moves less than 0.005 mm.
Targets: coordinates as published, each with its source and how far it was checked. \`scalpToCortex\` is measured on this head.
`;

function fileTable(files: readonly ShippedFile[]): string {
  const rows = files.map(({ name, bytes, surfaces }) => {
    const counts = Object.entries(surfaces ?? {}).map(
      ([surface, { vertices, triangles }]) => `${surface}: ${vertices} vertices, ${triangles} triangles`,
    );
    return `| \`${name}\` | ${bytes.length} | ${counts.join('; ')} |`;
  });
  return ['## Files', '', '| file | bytes | surfaces |', '|---|---|---|', ...rows, '', 'Checksums are in `manifest.json`.', ''].join('\n');
}

const LICENCES = `## Licences

The files in this folder are derived from the volumes above; they are distributed under the terms of their sources, which follow.

**Colin27 and the MNI templates.** The notice of the McConnell Brain Imaging Centre, as reprinted with its templates:

> Copyright (C) 1993-2009 Louis Collins, McConnell Brain Imaging Centre, Montreal Neurological Institute, McGill University. Permission to use, copy,
> modify, and distribute this software and its documentation for any purpose and without fee is hereby granted, provided that the above copyright notice
> appear in all copies. The authors and McGill University make no representations about the suitability of this software for any purpose. It is provided "as
> is" without express or implied warranty. The authors are not responsible for any data loss, equipment damage, property loss, or injury to subjects or
> patients resulting from the use or misuse of this software package.

**The package mricron-data.** Its copyright file names no separate terms for the volumes and places all files that it does not list one by one under
"Copyright 2006-2010, Chris Rorden", BSD-3-clause:

> Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:
>
> Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
>
> Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation
> and/or other materials provided with the distribution. Neither the names of the copyright owners nor the names of this project (MRIcron) may be used to
> endorse or promote products derived from this software without specific prior written permission.
>
> THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
> IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE
> FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
> SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR
> TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
`;
