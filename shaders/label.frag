precision highp float;

in vec2 vCell;
in float vOpacity;

// Red: 1 in the ink, 0 in its halo; alpha: where there is either.
uniform sampler2D atlas;
uniform vec3 ink;
uniform vec3 halo;

out vec4 fragColor;

void main() {
  vec4 texel = texture(atlas, vCell);
  if (texel.a * vOpacity < 0.01) discard;
  fragColor = vec4(mix(halo, ink, texel.r), texel.a * vOpacity);
}
