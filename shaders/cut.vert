precision highp float;

// x and y from 0 to 1 across the window of the plane.
in vec3 position;

uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform vec3 cutPosition;
uniform int cutAxis;
// Lower corner of the window in the two in-plane coordinates, and its width, in metres.
uniform vec2 windowOrigin;
uniform float windowSize;

out vec3 vHeadPosition;
out vec2 vMask;
out vec2 vPlanePlace;

void main() {
  vec2 place = windowOrigin + windowSize * position.xy;
  if (cutAxis == 0) vHeadPosition = vec3(cutPosition.x, place);
  else if (cutAxis == 1) vHeadPosition = vec3(place.x, cutPosition.y, place.y);
  else vHeadPosition = vec3(place, cutPosition.z);
  vPlanePlace = place;
  vMask = position.xy;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(vHeadPosition, 1.0);
}
