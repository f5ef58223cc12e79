import { type RigidTransform, toMatrix } from '../../core/rigidTransform';
import { type PoseProgram, turnAxes } from './navigationPose';

const HEADER = [
  '# Version: 12',
  '# Coordinate system: NIfTI:Aligned',
  '# Created by: Coilscope',
  '# Units: millimetres, degrees, milliseconds, and microvolts',
  '# Encoding: UTF-8',
  '# Notes: Each column is delimited by a tab. Each value within a column is delimited by a semicolon.',
  '# Target Name\tLoc. X\tLoc. Y\tLoc. Z\tm0n0\tm0n1\tm0n2\tm1n0\tm1n1\tm1n2\tm2n0\tm2n1\tm2n2',
];

/** Poses as text that another program reads: millimeters, its own coil axes. Six digits after the point: 1 nm and 0.0001°. */
export function writePoses(poses: readonly { readonly name: string; readonly pose: RigidTransform }[], program: PoseProgram): string {
  const turned = poses.map(({ name, pose }) => ({ name, rows: inMillimeters(turnAxes(pose, program)) }));
  if (program === 'simnibs') return turned.map(({ rows }) => matrixText(rows)).join('\n');
  if (program === 'brainsight') return `${[...HEADER, ...turned.map(({ name, rows }) => brainsightLine(name, rows))].join('\n')}\n`;
  const markers = turned.map(({ name, rows }, n) => localiteMarker(name, rows, n));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<InstrumentMarkerList coordinateSpace="RAS">',
    ...markers,
    '</InstrumentMarkerList>',
    '',
  ].join('\n');
}

const inMillimeters = (pose: RigidTransform): number[] => toMatrix(pose).map((value, i) => (i % 4 === 3 && i < 12 ? value * 1e3 : value));
const digits = (value: number): string => (Math.abs(value) < 5e-7 ? 0 : value).toFixed(6);

const matrixText = (m: readonly number[]): string =>
  `${[0, 1, 2, 3]
    .map((row) =>
      m
        .slice(4 * row, 4 * row + 4)
        .map(digits)
        .join(' '),
    )
    .join('\n')}\n`;

function brainsightLine(name: string, m: readonly number[]): string {
  const columns = [m[3], m[7], m[11], m[0], m[4], m[8], m[1], m[5], m[9], m[2], m[6], m[10]];
  return [plain(name), ...columns.map(digits)].join('\t');
}

function localiteMarker(name: string, m: readonly number[], n: number): string {
  const data = m.map((value, i) => `data${Math.floor(i / 4)}${i % 4}="${digits(value)}"`).join(' ');
  return [
    `  <InstrumentMarker alwaysVisible="false" index="${n}" selected="false">`,
    `    <Marker additionalInformation="" color="#ff0000" description="${plain(name)}" set="true">`,
    `      <Matrix4D ${data}/>`,
    '    </Marker>',
    '  </InstrumentMarker>',
  ].join('\n');
}

/** A name without what would end a column or an attribute. */
const plain = (name: string): string => name.replace(/[\t\r\n"<>&;]/g, ' ').slice(0, 60);
