in vec3 vHeadPosition;
in vec3 vHeadNormal;
in vec3 vNormal;
in vec3 vViewPosition;
in float vBaked;
// The field at the vertices, per unit source, of a model that has one of its own there; and that of the kept scene.
in vec3 vField;
in vec3 vOtherField;

uniform vec3 baseColor;
uniform vec3 shadeColor;
// Share of the light that comes from everywhere.
uniform float ambient;
// 1 where the surface carries the field, 0 for cerebellum and brain stem.
uniform float showField;
// Whether places and normals are kept for the frames that follow, instead of the field's colors.
uniform bool keeping;
// What turns them into the unit shown; 0 where the grid is sampled instead.
uniform float vertexScale;
uniform float otherVertexScale;

layout(location = 0) out vec4 tissueOut;
// The field's layer; or, kept, the normal in the head frame times the shade, and 1 where there is a field.
layout(location = 1) out vec4 fieldOut;

// Grey tissue: baked occlusion for the sulci, a soft key light from the upper left of the viewer, a rim that closes the silhouette.
vec3 tissue(vec3 normal, vec3 view, float occlusion) {
  float key = 0.5 + 0.5 * dot(normal, normalize(vec3(-0.45, 0.65, 0.62)));
  float facing = max(dot(normal, view), 0.0);
  float open = smoothstep(0.02, 0.95, occlusion);
  float light = (ambient + (1.0 - ambient) * key * key) * (0.72 + 0.28 * facing);
  vec3 color = mix(shadeColor, baseColor, open) * light;
  return color + 0.05 * pow(facing, 24.0) * open;
}

void main() {
  vec3 headNormal = normalize(vHeadNormal);
  // On the crowns the field has the scale's color to the byte; sulci are only so much darker that gyri still read.
  float shade = mix(SULCUS, 1.0, smoothstep(CROWN.x, CROWN.y, vBaked));
  fieldOut = vec4(0.0);
  if (showField > 0.5 && keeping) fieldOut = vec4(shade * headNormal, 1.0);
  else if (showField > 0.5) {
    vec3 field = vertexScale > 0.0 ? vertexScale * vField : sampleField(vHeadPosition);
    vec3 other = otherVertexScale > 0.0 ? otherVertexScale * vOtherField : sampleOther(vHeadPosition);
    float value = valueOf(field, other, headNormal);
    float size = abs(value);
    fieldOut = layerOf(value, length(vec2(dFdx(size), dFdy(size))), shade, 1.0);
  }
  // After everything that needs the neighbors of this pixel.
  if (isCutAway(vHeadPosition)) discard;
  tissueOut = vec4(tissue(normalize(vNormal), normalize(-vViewPosition), vBaked), 1.0);
}
