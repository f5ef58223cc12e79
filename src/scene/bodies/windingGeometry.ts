import { BufferAttribute, BufferGeometry } from 'three';
import type { CoilDescription } from '../../coil/coilDescription';
import type { WindingPath } from '../../coil/windings/coilWindingPaths';
import { wingFrame } from '../../coil/windings/wingFrame';
import { add, at, cross, normalize, scale, subtract, type Vec3 } from '../../core/vec3';
import { bareSides, turnPitch } from './turnPitch';

/** Share of the distance from turn to turn that a strip fills at most, so that neighboring turns stay apart to the eye. */
const MOST_FILLED = 0.84;

/** Attributes under construction. */
interface Sheets {
  readonly positions: number[];
  readonly normals: number[];
  readonly across: number[];
  readonly indices: number[];
}

/**
 * The copper as sheets in the coil frame [m]: over every turn a ribbon as wide as the distance to its neighbors, on which the shader draws the
 * strip and the grooves beside it (`windingStripes.glsl`), and walls where no neighbor hides them.
 */
export function windingGeometry(coil: CoilDescription, paths: readonly WindingPath[]): BufferGeometry {
  const sheets: Sheets = { positions: [], normals: [], across: [], indices: [] };
  for (const path of paths) {
    const axis = axisOf(coil, path);
    const pitch = turnPitch(path, paths);
    const strip = Math.min(path.stripWidth, MOST_FILLED * pitch);
    const top = -0.5 * path.stripHeight;
    const bare = bareSides(path, paths);
    // Toward a neighbor the sheet reaches halfway; where there is none it ends with the strip.
    const edge = (side: -1 | 1): number => 0.5 * side * (path.closed && bare.some((one) => one.side === side) ? strip : pitch);
    appendRibbon(sheets, path, axis, { from: [edge(-1), top], to: [edge(1), top], normal: [0, -1], across: [pitch, strip] });
    for (const { side, from, count } of bare) {
      const u = 0.5 * side * strip;
      const wall: Ribbon = { from: [u, -side * top], to: [u, side * top], normal: [side, 0], across: [0, strip] };
      appendRibbon(sheets, path, axis, wall, from, count);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(sheets.positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(sheets.normals), 3));
  geometry.setAttribute('across', new BufferAttribute(Float32Array.from(sheets.across), 3));
  geometry.setIndex(sheets.indices);
  return geometry;
}

/** The axis of the turns of a path's wing. */
export const axisOf = (coil: CoilDescription, { wing }: WindingPath): Vec3 => (wing < 0 ? [0, 0, 1] : wingFrame(coil.wings[wing]).z);

/** A long face: two edges as (across, along the axis), its normal likewise, and what the shader is told of distance and width. */
interface Ribbon {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly normal: readonly [number, number];
  readonly across: readonly [pitch: number, strip: number];
}

/** `first`, `count`: the points of the path that the face runs along; all of them where not told. */
function appendRibbon(sheets: Sheets, path: WindingPath, axis: Vec3, ribbon: Ribbon, first = 0, count = path.points.length / 3): void {
  const { from, to, normal, across } = ribbon;
  const start = sheets.positions.length / 3;
  for (let n = first; n < first + count; n++) {
    const center = at(path.points, n);
    const outward = outwardAt(path, n, axis);
    for (const [u, along] of [from, to]) {
      sheets.positions.push(...add(center, add(scale(outward, u), scale(axis, along))));
      sheets.normals.push(...add(scale(outward, normal[0]), scale(axis, normal[1])));
      sheets.across.push(u, ...across);
    }
  }
  const segments = path.closed ? count : count - 1;
  for (let n = 0; n < segments; n++) {
    const a = start + 2 * n;
    const b = start + 2 * ((n + 1) % count);
    sheets.indices.push(a, a + 1, b, b, a + 1, b + 1);
  }
}

/** Across the strip, in the plane of its wing. */
export function outwardAt(path: WindingPath, n: number, axis: Vec3): Vec3 {
  const count = path.points.length / 3;
  const next = path.closed ? (n + 1) % count : Math.min(n + 1, count - 1);
  const previous = path.closed ? (n + count - 1) % count : Math.max(n - 1, 0);
  return normalize(cross(subtract(at(path.points, next), at(path.points, previous)), axis));
}
