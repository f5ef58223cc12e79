// The field grid: vectors over their largest magnitude, so that half floats hold them. The rule is that of src/field/sampleGrid.ts.
precision highp sampler3D;
uniform sampler3D fieldGrid;
uniform vec3 gridOrigin;
uniform float gridSpacing;
uniform vec3 gridDimensions;
// Largest magnitude on the grid, in the unit shown.
uniform float fieldScale;

vec3 sampleField(vec3 headPosition) {
  vec3 node = (headPosition - gridOrigin) / gridSpacing;
  return fieldScale * texture(fieldGrid, (node + 0.5) / gridDimensions).xyz;
}
