precision highp float;

in float vSide;

out vec4 fragColor;

// How much lighter one side of the line is and how much darker the other: hue stays, and luminance within 15 % even on the floor of a sulcus.
const float LIGHTER = 0.06;
const float DARKER = 0.025;

// Engraved into what lies below: blended as twice the product of both, a half leaves it as it is.
void main() {
  float bump = sin(3.14159265 * vSide);
  fragColor = vec4(vec3(0.5 * (1.0 + (bump > 0.0 ? LIGHTER : DARKER) * bump)), 1.0);
}
