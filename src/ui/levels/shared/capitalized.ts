/** A label as it begins a line. */
export const capitalized = (text: string): string => text[0].toUpperCase() + text.slice(1);
