import { expect, it } from 'vitest';

it('The browser that the tests use has a font for characters that the page’s own font lacks, and lives', () => {
  const text = document.createElement('span');
  text.textContent = '中 ⟂ ჶ';
  document.body.append(text);
  expect(text.getBoundingClientRect().width).toBeGreaterThan(10);
  text.remove();
});
