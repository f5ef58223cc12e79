import type { FrameUniforms } from './frameUniforms';

/** What the page lays over the picture and wants to be read says so by this attribute. */
const WORDS = '[data-words]';
/** Words move seldom: they are looked for at most this often, in milliseconds. */
const PATIENCE = 400;

/** Tells the shaders where the page has words over the picture; asked before a frame, answers from memory most of the time. */
export function createQuietPlaces(canvas: HTMLCanvasElement, frame: FrameUniforms): (atRest: boolean) => void {
  let measured = -Infinity;
  return (atRest) => {
    const now = performance.now();
    if (!atRest && now - measured < PATIENCE) return;
    measured = now;
    const words = canvas.closest('main')?.querySelectorAll(WORDS) ?? [];
    const picture = canvas.getBoundingClientRect();
    frame.quiet.value.forEach((place, n) => {
      const box = words[n] && boxOf(words[n]);
      if (box) place.set(box.left - picture.left, picture.bottom - box.bottom, box.right - picture.left, picture.bottom - box.top);
      else place.set(0, 0, 0, 0);
    });
  };
}

/** The box of what stands in an element, which may be narrower than it. */
function boxOf(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}
