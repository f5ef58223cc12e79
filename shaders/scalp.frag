in vec3 vHeadPosition;
in vec3 vNormal;
in vec3 vViewPosition;
in float vBaked;

uniform vec3 rimColor;
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

void main() {
  if (isCutAway(vHeadPosition)) discard;
  vec3 normal = normalize(vNormal);
  vec3 view = normalize(-vViewPosition);
  float rim = pow(1.0 - clamp(dot(normal, view), 0.0, 1.0), 2.6);
  float sheen = pow(max(dot(reflect(-view, normal), normalize(vec3(-0.4, 0.7, 0.6))), 0.0), 40.0);
  float shell = (0.035 + 0.75 * rim + 0.12 * sheen) * opacity * vBaked;
  float shadow = shadowStrength * coilShadow(vHeadPosition) * vBaked;
  // Shadow over shell, both premultiplied into one color.
  float alpha = shell + shadow * (1.0 - shell);
  fragColor = vec4(rimColor * shell / max(alpha, 1e-4), alpha);
}
