/** The ground that is nearest to bright colours, and to dark ones, as the style sets them: page and card. */
export const GROUNDS = { light: '#fafaf8', dark: '#1c2126' };
/** Contrast that signs have to their ground: what people need (WCAG 2.2, 1.4.11), and more where thin signs glow less. */
const LEAST_CONTRAST = { light: 3, dark: 4 };
const STEPS = 20;

const known = new Map();

/** A colour as it is drawn on light and on dark ground: itself, or as much darker or brighter as it must be. */
export function shadesOf(color) {
  if (!known.has(color)) {
    const toward = { light: [0, 0, 0], dark: [255, 255, 255] };
    const shade = (scheme) => legible(channels(color), toward[scheme], scheme);
    known.set(color, { light: shade('light'), dark: shade('dark') });
  }
  return known.get(color);
}

/** Both shades as a colour of the style, which follows the theme. */
export function themedColor(color) {
  const { light, dark } = shadesOf(color);
  return `light-dark(${light}, ${dark})`;
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one, other) {
  const [low, high] = [one, other].map((color) => luminance(channels(color))).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function legible(from, toward, scheme) {
  for (let step = 0; ; step += 1) {
    const mixed = hex(from.map((channel, place) => channel + ((toward[place] - channel) * step) / STEPS));
    if (step === STEPS || contrast(mixed, GROUNDS[scheme]) >= LEAST_CONTRAST[scheme]) return mixed;
  }
}

function channels(color) {
  return [1, 3, 5].map((place) => parseInt(color.slice(place, place + 2), 16));
}

function hex(parts) {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(parts) {
  const [red, green, blue] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
