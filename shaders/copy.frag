precision mediump float;

in vec2 vPlace;

uniform sampler2D frame;

out vec4 fragColor;

void main() {
  fragColor = texture(frame, vPlace);
}
