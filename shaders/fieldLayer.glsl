// What of the field is colored: 0 its magnitude, 1 the part along the outward normal, 2 the rest.
uniform int component;
// The grey that the legend shows under its fading colors.
uniform vec3 fadeColor;

// Where the colors fade in, they soon lie over the legend's flat grey instead of the lit tissue.
const float FLAT = 0.12;

float valueOf(vec3 field, vec3 other, vec3 normal) {
  float size = length(field);
  if (component != 0) {
    float along = dot(field, normal);
    size = component == 1 ? along : sqrt(max(size * size - along * along, 0.0));
  }
  return lessKept(size, other);
}

// The field as a layer over everything that lies before the brain, premultiplied: above the grey threshold it is opaque and has the legend's
// color, so that neither scalp nor coil nor light changes it.
vec4 layerOf(float value, float gradient, float shade, float weight) {
  float opacity = scaleOpacity(value);
  float covered = smoothstep(0.0, FLAT, opacity);
  vec4 layer = vec4(mix(fadeColor, scaleColor(value) , opacity) * shade, 1.0) * covered;
  return weight * drawContours(layer, abs(value), gradient);
}
