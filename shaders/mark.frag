in vec2 vCorner;
in vec3 vColor;
in float vAway;

// 0: a disc, 1: a ring, 2: a picture.
uniform int form;
uniform sampler2D map;

out vec4 fragColor;

// A mark before the brain is solid. Behind it, it is a dashed outline or striped, and faint: it never looks as if it lay on this side.
void main() {
  float hidden = hiddenByBrain(vAway);
  float turn = atan(vCorner.y, vCorner.x) / 6.2831853;
  float radius = length(vCorner);
  float soft = fwidth(radius);
  float solid = 1.0;
  float dashed = step(0.5, fract(18.0 * turn));
  vec3 color = vColor;
  if (form == 0) {
    solid = 1.0 - smoothstep(1.0 - soft, 1.0, radius);
    dashed = solid * smoothstep(0.6 - soft, 0.6, radius) * step(0.5, fract(6.0 * turn));
  } else if (form == 2) {
    vec4 texel = texture(map, 0.5 + 0.5 * vCorner);
    color = texel.rgb / max(texel.a, 1e-3);
    solid = texel.a;
    dashed = solid * step(0.5, fract(3.0 * (vCorner.x + vCorner.y)));
  }
  float alpha = mix(solid, FADED * dashed, hidden) * (1.0 - quietHere());
  if (alpha < 0.01) discard;
  fragColor = vec4(color, alpha);
}
