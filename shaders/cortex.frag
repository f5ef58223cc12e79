in vec3 vHeadPosition;
in vec3 vHeadNormal;
in vec3 vNormal;
in vec3 vViewPosition;
in float vBaked;

uniform vec3 baseColor;
uniform vec3 shadeColor;
// Share of the light that comes from everywhere.
uniform float ambient;
// 1 where the surface carries the field, 0 for cerebellum and brain stem.
uniform float showField;
// What of the field is colored: 0 its magnitude, 1 the part along the outward normal, 2 the rest.
uniform int component;

out vec4 fragColor;

// Grey tissue: baked occlusion for the sulci, a soft key light from the upper left of the viewer, a rim that closes the silhouette.
vec3 tissue(vec3 normal, vec3 view, float occlusion) {
  float key = 0.5 + 0.5 * dot(normal, normalize(vec3(-0.45, 0.65, 0.62)));
  float facing = max(dot(normal, view), 0.0);
  float open = smoothstep(0.02, 0.95, occlusion);
  float light = (ambient + (1.0 - ambient) * key * key) * (0.72 + 0.28 * facing);
  vec3 color = mix(shadeColor, baseColor, open) * light;
  return color + 0.05 * pow(facing, 24.0) * open;
}

float componentOf(vec3 field, vec3 normal) {
  if (component == 0) return length(field);
  float along = dot(field, normal);
  return component == 1 ? along : sqrt(max(dot(field, field) - along * along, 0.0));
}

void main() {
  vec3 normal = normalize(vNormal);
  vec3 view = normalize(-vViewPosition);
  vec3 color = tissue(normal, view, vBaked);
  if (showField > 0.5) {
    float value = lessKept(componentOf(sampleField(vHeadPosition), normalize(vHeadNormal)), vHeadPosition);
    float size = abs(value);
    float gradient = length(vec2(dFdx(size), dFdy(size)));
    // The field color is not lit: on the crowns it is the scale's color to the byte. Only the walls and floors of the sulci darken,
    // by their baked occlusion, so that the gyri still read.
    float crown = smoothstep(CROWN.x, CROWN.y, vBaked);
    vec3 field = scaleColor(value) * mix(0.3, 1.0, crown);
    color = mix(color, field, scaleOpacity(value));
    color = drawContours(color, size, gradient);
  }
  // After everything that needs the neighbors of this pixel.
  if (isCutAway(vHeadPosition)) discard;
  fragColor = vec4(color, 1.0);
}
