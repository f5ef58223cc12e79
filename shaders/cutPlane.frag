in vec3 vHeadPosition;
in vec2 vMask;
in vec2 vPlanePlace;

uniform int cutAxis;
// The field of the plane's blocks of tissue, over its largest; `planeScale` takes it to the unit shown, 0 where the grid is sampled.
uniform sampler2D planeField;
uniform float planeScale;
uniform vec2 planeOrigin;
uniform vec2 planeSize;
// Coverage inside scalp, outer skull, inner skull; and inside cerebrum, cerebellum with brain stem.
uniform sampler2D shellMask;
uniform sampler2D brainMask;
uniform vec3 brainColor;
uniform vec3 fluidColor;
uniform vec3 skullColor;
uniform vec3 scalpColor;
uniform vec3 lineColor;
// 0 where the shown component exists on the cortex only.
uniform float showField;
// As in cortex.frag.
uniform bool keeping;
// The three planes are lit a little differently, so that together they read as a corner.
uniform float light;

layout(location = 0) out vec4 tissueOut;
layout(location = 1) out vec4 fieldOut;

// Heights between which soft tissue fades in, in metres.
const vec2 NECK = vec2(-0.1, -0.055);

// Sharpens the masks' edges to one drawn pixel. `change`: of the coverage from one pixel to the next.
vec3 inside(vec3 coverage, vec3 change) {
  return clamp(0.5 + (coverage - 0.5) / max(change, vec3(0.02)), 0.0, 1.0);
}

vec3 changeOf(vec3 coverage) {
  vec3 dx = dFdx(coverage);
  vec3 dy = dFdy(coverage);
  return sqrt(dx * dx + dy * dy);
}

// Opacity of a thin line where the coverage is one half.
float edge(float coverage, float change) {
  float pixels = abs(coverage - 0.5) / max(change, 0.02);
  return 1.0 - smoothstep(0.5 * pixelScale, 0.5 * pixelScale + 1.0, pixels);
}

void main() {
  // One level coarser than needed: an edge then spans two pixels, and no pair of neighbors misses it.
  vec3 shells = texture(shellMask, vMask, 1.0).rgb;
  vec3 brains = texture(brainMask, vMask, 1.0).rgb;
  vec3 shellChange = changeOf(shells);
  vec3 brainChange = changeOf(brains);
  float value = 0.0;
  float gradient = 1.0;
  if (showField > 0.5 && !keeping) {
    vec3 field = planeScale > 0.0 ? planeScale * texture(planeField, (vPlanePlace - planeOrigin) / planeSize).xyz : sampleField(vHeadPosition);
    value = lessKept(length(field), sampleOther(vHeadPosition));
    gradient = length(vec2(dFdx(value), dFdy(value)));
  }

  // Only the faces of the corner that is taken away are there.
  vec3 beyond = cutSide * (vHeadPosition - cutPosition);
  beyond[cutAxis] = 0.0;
  vec3 within = inside(shells, shellChange);
  if (any(lessThan(beyond, vec3(0.0))) || within.r < 0.004) discard;

  vec3 tissue = inside(brains, brainChange);
  float brain = max(tissue.r, tissue.g);
  vec3 color = mix(scalpColor, skullColor, within.g);
  color = mix(color, fluidColor, within.b);
  color = mix(color, brainColor, brain);
  float line = max(max(edge(shells.r, shellChange.r), edge(shells.g, shellChange.g)), edge(shells.b, shellChange.b));
  line = max(line, max(edge(brains.r, brainChange.r), edge(brains.g, brainChange.g)));
  // Soft tissue ends like the drawn scalp, toward face and neck.
  float shown = max(within.g, smoothstep(NECK.x, NECK.y, vHeadPosition.z));
  float alpha = within.r * shown;
  if (alpha < 0.02) discard;
  tissueOut = alpha * vec4(mix(light * color, lineColor, 0.8 * line), 1.0);
  float weight = showField * brain * alpha;
  if (keeping) fieldOut = vec4(1.0, 0.0, 0.0, weight);
  else fieldOut = showField > 0.5 ? layerOf(value, gradient, 1.0, weight) : vec4(0.0);
}
