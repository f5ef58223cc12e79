import { formatNumber, THIN_SPACE } from '../../../core/format';

/** A whole number with thin spaces between groups of three digits, from five digits on: `4757`, `108 000`. */
export function thousands(value: number): string {
  const text = formatNumber(value);
  return text.replace(/\D/g, '').length < 5 ? text : text.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
}
