in vec2 vPlace;

uniform float opacity;
// Head frame → coil frame, and up to MAX_WINGS discs (x, y, radius) that throw the coil's soft shadow.
uniform mat4 headToCoil;
uniform vec3 wings[MAX_WINGS];
uniform int wingCount;
uniform float shadowStrength;

out vec4 fragColor;

float coilShadow(vec3 headPosition) {
  vec3 p = (headToCoil * vec4(headPosition, 1.0)).xyz;
  if (p.z < -0.03) return 0.0;
  float outside = 1.0;
  for (int w = 0; w < wingCount; w++) outside = min(outside, length(p.xy - wings[w].xy) - wings[w].z);
  float softness = 0.004 + 0.6 * max(p.z, 0.0);
  return (1.0 - smoothstep(-softness, softness, outside)) * exp(-max(p.z, 0.0) / 0.03);
}

// Brain, scalp before it, and the coil's shadow on the scalp; premultiplied.
void main() {
  float depth = texture(tissueDepth, vPlace).r;
  fragColor = texture(tissueColor, vPlace);
  float skin = texture(scalpDepth, vPlace).r;
  // At the rim a pixel may be half covered where the depth says that nothing is there.
  if (skin == 1.0 || skin < depth) {
    vec4 shell = opacity * texture(scalpShell, vPlace);
    fragColor = shell + fragColor * (1.0 - shell.a);
    if (skin < 1.0 && shadowStrength > 0.0) {
      vec3 place = placeAt(vPlace, skin);
      float shadow = opacity > 0.0 ? shadowStrength * coilShadow(place) * scanFade(place) : 0.0;
      fragColor = vec4(fragColor.rgb * (1.0 - shadow), shadow + fragColor.a * (1.0 - shadow));
    }
  }
  gl_FragDepth = depth;
}
