in vec2 vPlace;

// Whether `tissueField` holds normals (`cortex.frag`), so that the layer is made here.
uniform bool fieldKept;

out vec4 fragColor;

float keptValue(vec2 uv) {
  vec3 normal = texture(tissueField, uv).xyz;
  vec3 place = placeAt(uv, texture(tissueDepth, uv).r);
  return valueOf(sampleField(place), sampleOther(place), normal / max(length(normal), 1e-4));
}

float smaller(float a, float b) {
  return abs(a) < abs(b) ? a : b;
}

// Change from pixel to pixel, on the side that lies on the same fold.
float keptGradient(float size) {
  vec2 texel = 1.0 / vec2(textureSize(tissueDepth, 0));
  vec2 change;
  for (int axis = 0; axis < 2; axis++) {
    vec2 next = axis == 0 ? vec2(texel.x, 0.0) : vec2(0.0, texel.y);
    change[axis] = smaller(abs(keptValue(vPlace + next)) - size, abs(keptValue(vPlace - next)) - size);
  }
  return length(change);
}

void main() {
  float depth = texture(tissueDepth, vPlace).r;
  fragColor = texture(tissueField, vPlace);
  if (fieldKept) {
    float weight = fragColor.w;
    float shade = length(fragColor.xyz);
    fragColor = vec4(0.0);
    if (weight > 0.0) {
      float value = keptValue(vPlace);
      fragColor = layerOf(value, showContours ? keptGradient(abs(value)) : 1.0, shade, weight);
    }
  }
  // Coil and scalp are done: what follows is hidden by the brain alone.
  gl_FragDepth = depth;
}
