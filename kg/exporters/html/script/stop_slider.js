import { element } from './dom.js';
import { oncePerFrame } from './frames.js';

/**
 * A slider that goes through given values; `told(value)` is its label and `act(value)` is called when it moves.
 * Gives {element, show(value)}.
 */
export function stopSlider({ stops, told, act }) {
  const slider = element('input', { type: 'range', min: '0', max: String(stops.length - 1), step: '1' });
  const words = element('span', {});
  const tell = (value) => {
    words.textContent = told(value);
    slider.setAttribute('aria-valuetext', told(value));
  };
  const later = oncePerFrame(act);
  slider.addEventListener('input', () => {
    tell(stops[slider.valueAsNumber]);
    later(stops[slider.valueAsNumber]);
  });
  return {
    element: element('label', { className: 'slider' }, words, slider),
    show(value) {
      slider.value = String(nearestStop(stops, value));
      tell(value);
    },
  };
}

/** The place of the last stop that is not beyond the value. */
export function nearestStop(stops, value) {
  return Math.max(
    stops.findLastIndex((stop) => stop <= value),
    0,
  );
}

/** The numbers 1, 2, 5, 10, 20, 50 … from the first one up to the last, which is always there. */
export function roundStops(first, last) {
  const stops = [];
  for (let power = 1; power <= last; power *= 10) {
    for (const digit of [1, 2, 5])
      if (digit * power >= first && digit * power < last) stops.push(digit * power);
  }
  return [...stops, last];
}
