/** Characters that no XML document can hold; halves of a pair are none of them, and are mended apart. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Something to draw on like a canvas, as far as the map needs it, that writes SVG: names stay text that can be
 * edited. `measure` is a canvas's context, which knows how wide a text is.
 */
export function createSvgContext(width, height, measure) {
  const marks = [];
  let path = '';
  const add = (tag, attributes, text) => marks.push(svgTag(tag, attributes, text));
  return {
    canvas: { width, height, clientWidth: width, clientHeight: height },
    save() {},
    restore() {},
    setTransform() {},
    measureText(text) {
      measure.font = this.font;
      return measure.measureText(text);
    },
    beginPath: () => (path = ''),
    moveTo: (x, y) => (path += `M${short(x)} ${short(y)}`),
    lineTo: (x, y) => (path += `${path ? 'L' : 'M'}${short(x)} ${short(y)}`),
    arc(x, y, radius) {
      const half = (way) => `a${short(radius)} ${short(radius)} 0 1 0 ${short(way * 2 * radius)} 0`;
      path += `M${short(x - radius)} ${short(y)}${half(1)}${half(-1)}`;
    },
    closePath: () => (path += path ? 'Z' : ''),
    fill() {
      add('path', { d: path, ...painted('fill', this.fillStyle) });
    },
    stroke() {
      const line = { ...painted('stroke', this.strokeStyle), 'stroke-width': short(this.lineWidth) };
      add('path', { d: path, fill: 'none', ...line });
    },
    fillRect(x, y, w, h) {
      add('rect', { x, y, width: w, height: h, ...painted('fill', this.fillStyle) });
    },
    // A rim drawn first is what the attribute paint-order does for the text that follows.
    strokeText() {},
    fillText(text, x, y) {
      add('text', textLook(this, x, y), text);
    },
    toString: () => svgDocument(width, height, marks),
  };
}

/** Attributes of a text that hangs below its place, as the map's labels do. */
function textLook({ font, fillStyle, strokeStyle, lineWidth }, x, y) {
  const size = Number(/(\d+)px/.exec(font)[1]);
  const rim = { stroke: strokeStyle, 'stroke-width': lineWidth, 'stroke-linejoin': 'round' };
  return {
    x: short(x),
    y: short(y + size * 0.8),
    'font-size': size,
    fill: fillStyle,
    ...rim,
    'paint-order': 'stroke',
  };
}

/** A colour with its opacity apart, for programs that draw know no `rgba()`. */
function painted(name, color) {
  const [, red, green, blue, alpha] = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(color) ?? [];
  if (alpha === undefined) return { [name]: color };
  return { [name]: `rgb(${red}, ${green}, ${blue})`, [`${name}-opacity`]: alpha };
}

function svgDocument(width, height, marks) {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const font = 'font-family="system-ui, sans-serif" font-weight="500"';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font}>\n${marks.join('\n')}\n</svg>\n`;
}

function svgTag(tag, attributes, text) {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${xmlText(value)}"`);
  return `<${tag}${written.join('')}${text === undefined ? '/>' : `>${xmlText(text)}</${tag}>`}`;
}

/** Text as XML can hold it. */
export function xmlText(value) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return String(value)
    .toWellFormed()
    .replace(NOT_IN_XML, '\ufffd')
    .replace(/[&<>"]/g, (letter) => entities[letter]);
}

function short(number) {
  return Math.round(number * 100) / 100;
}
