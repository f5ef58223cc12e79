precision highp float;

in vec3 position;
// The next point of the outline, and which side of the line and which end this vertex is.
in vec3 next;
in vec2 corner;

uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
// Of what is drawn into, in pixels; and drawn pixels per pixel of the page.
uniform vec2 frameSize;
uniform float pixelScale;

out float vSide;

// Half the width that is drawn, in pixels of the page.
const float REACH = 2.2;

void main() {
  vec4 from = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  vec4 to = projectionMatrix * modelViewMatrix * vec4(next, 1.0);
  vec2 along = (to.xy / to.w - from.xy / from.w) * frameSize;
  vec2 across = normalize(vec2(-along.y, along.x) + vec2(0.0, 1e-9));
  vec4 clip = corner.y < 0.5 ? from : to;
  clip.xy += corner.x * across * REACH * pixelScale * 2.0 / frameSize * clip.w;
  vSide = corner.x;
  gl_Position = clip;
}
