// The field grid: vectors over their largest magnitude, so that half floats hold them. The rule is that of src/field/sampleGrid.ts.
precision highp sampler3D;
uniform sampler3D fieldGrid;
uniform vec3 gridOrigin;
uniform float gridSpacing;
uniform vec3 gridDimensions;
// Largest magnitude on the grid, in the unit shown.
uniform float fieldScale;

// The field of the kept scene A on the same grid.
uniform sampler3D otherGrid;
uniform float otherScale;
uniform bool showDifference;

vec3 sampleField(vec3 headPosition) {
  vec3 node = (headPosition - gridOrigin) / gridSpacing;
  return fieldScale * texture(fieldGrid, (node + 0.5) / gridDimensions).xyz;
}

vec3 sampleOther(vec3 headPosition) {
  if (!showDifference) return vec3(0.0);
  vec3 node = (headPosition - gridOrigin) / gridSpacing;
  return otherScale * texture(otherGrid, (node + 0.5) / gridDimensions).xyz;
}

// What is colored of a magnitude: itself, or itself less that of the kept scene at the same place.
float lessKept(float magnitude, vec3 other) {
  return showDifference ? magnitude - length(other) : magnitude;
}
