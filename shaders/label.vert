precision highp float;

// Point of the scalp that the label belongs to, outward normal there, corner in pixels of the page from the point, place in the atlas.
in vec3 position;
in vec3 normal;
in vec2 corner;
in vec2 cell;

uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform vec3 cameraPosition;
// Size of what is drawn into, in drawn pixels per unit of `corner`.
uniform vec2 pixelSize;

out vec2 vCell;
out float vOpacity;

void main() {
  vec4 clip = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  clip.xy += corner * pixelSize * clip.w;
  vCell = cell;
  // Fades where the scalp turns away, and is gone on the far side.
  vOpacity = smoothstep(0.02, 0.32, dot(normal, normalize(cameraPosition - position)));
  gl_Position = clip;
}
