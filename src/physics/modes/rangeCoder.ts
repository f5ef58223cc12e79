/*
 * Asymmetric numeral system with fixed distributions (Duda 2013, arXiv:1311.2540; the range variant, rANS): state of 32 bits, renormalized by
 * 16 bits, frequencies that sum to 4096.
 */
const BITS = 12;
const TOTAL = 1 << BITS;
const LOWEST = 1 << 16;
const SYMBOLS = 256;

export interface SymbolReader {
  /** The next symbol, which was written with this context. */
  next(context: number): number;
  /** The next value that was written out in full. */
  nextEscape(): number;
  /** Throws unless everything was read and the state is back at its start. */
  finish(): void;
}

/** Bytes: frequencies (contexts × 256 of 16 bits), number of escapes, number of words, final state, escapes, words. */
export function encodeSymbols(symbols: Uint8Array, contexts: Uint8Array, contextCount: number, escapes: Int16Array): Uint8Array {
  const frequencies = countFrequencies(symbols, contexts, contextCount);
  const starts = startsOf(frequencies, contextCount);
  const words = new Uint16Array(symbols.length + 2);
  let next = words.length;
  let state = LOWEST;
  for (let i = symbols.length - 1; i >= 0; i--) {
    const entry = contexts[i] * SYMBOLS + symbols[i];
    const frequency = frequencies[entry];
    if (state >= frequency * 2 ** (32 - BITS)) {
      words[--next] = state & 0xffff;
      state >>>= 16;
    }
    state = (Math.floor(state / frequency) * TOTAL + (state % frequency) + starts[entry]) >>> 0;
  }
  const used = words.subarray(next);
  const out = new Uint8Array(frequencies.byteLength + 12 + escapes.byteLength + used.byteLength);
  out.set(new Uint8Array(frequencies.buffer));
  const view = new DataView(out.buffer, frequencies.byteLength);
  view.setUint32(0, escapes.length, true);
  view.setUint32(4, used.length, true);
  view.setUint32(8, state, true);
  out.set(new Uint8Array(escapes.buffer, escapes.byteOffset, escapes.byteLength), frequencies.byteLength + 12);
  out.set(new Uint8Array(used.slice().buffer), frequencies.byteLength + 12 + escapes.byteLength);
  return out;
}

/** A code taken apart. */
export interface SymbolCode {
  readonly frequencies: Uint16Array;
  readonly starts: Uint16Array;
  readonly escapes: Int16Array;
  readonly words: Uint16Array;
  readonly state: number;
  /** The state after the last symbol. */
  readonly lowest: number;
}

/** Takes apart what `encodeSymbols` wrote; throws where the bytes contradict themselves. */
export function readSymbolCode(bytes: Uint8Array, contextCount: number): SymbolCode {
  const tableBytes = 2 * contextCount * SYMBOLS;
  if (bytes.length < tableBytes + 12) throw new Error('the code is cut off');
  const frequencies = new Uint16Array(bytes.slice(0, tableBytes).buffer);
  const view = new DataView(bytes.buffer, bytes.byteOffset + tableBytes);
  const [escapeCount, wordCount, state] = [view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true)];
  if (bytes.length !== tableBytes + 12 + 2 * escapeCount + 2 * wordCount) throw new Error('the length of the code does not fit');
  const escapes = new Int16Array(bytes.slice(tableBytes + 12, tableBytes + 12 + 2 * escapeCount).buffer);
  const words = new Uint16Array(bytes.slice(tableBytes + 12 + 2 * escapeCount).buffer);
  return { frequencies, starts: startsOf(frequencies, contextCount), escapes, words, state, lowest: LOWEST };
}

/** For each context and slot: symbol | frequency << 8 | start << 20; the frequency 4096 does not fit its 12 bits and becomes 0. */
export function slotEntries({ frequencies, starts }: SymbolCode, contextCount: number): Uint32Array {
  const table = new Uint32Array(contextCount * TOTAL);
  for (let entry = 0; entry < frequencies.length; entry++) {
    const first = Math.floor(entry / SYMBOLS) * TOTAL + starts[entry];
    const packed = (entry % SYMBOLS) | ((frequencies[entry] & (TOTAL - 1)) << 8) | (starts[entry] << 20);
    table.fill(packed >>> 0, first, first + frequencies[entry]);
  }
  return table;
}

export function decodeSymbols(code: SymbolCode): SymbolReader {
  const { words, escapes } = code;
  const entries = slotEntries(code, code.frequencies.length / SYMBOLS);
  let state = code.state;
  let word = 0;
  let nextEscape = 0;
  return {
    next(context) {
      const slot = state & (TOTAL - 1);
      const entry = entries[(context << BITS) | slot];
      state = (Math.imul((entry >>> 8) & (TOTAL - 1) || TOTAL, state >>> BITS) + slot - (entry >>> 20)) >>> 0;
      if (state < LOWEST) state = ((state << 16) | words[word++]) >>> 0;
      return entry & 255;
    },
    nextEscape: () => escapes[nextEscape++],
    finish() {
      if (state !== LOWEST || word !== words.length || nextEscape !== escapes.length) throw new Error('the code does not end as it should');
    },
  };
}

/** Per context, scaled to 4096, at least 1 for every symbol that occurs. */
function countFrequencies(symbols: Uint8Array, contexts: Uint8Array, contextCount: number): Uint16Array {
  const counts = new Float64Array(contextCount * SYMBOLS);
  for (let i = 0; i < symbols.length; i++) counts[contexts[i] * SYMBOLS + symbols[i]]++;
  const out = new Uint16Array(counts.length);
  for (let context = 0; context < contextCount; context++) {
    const own = counts.subarray(context * SYMBOLS, (context + 1) * SYMBOLS);
    const sum = own.reduce((total, count) => total + count, 0);
    const scaled = out.subarray(context * SYMBOLS, (context + 1) * SYMBOLS);
    if (sum === 0) {
      scaled[0] = TOTAL;
      continue;
    }
    own.forEach((count, symbol) => {
      scaled[symbol] = count === 0 ? 0 : Math.max(1, Math.round((count * TOTAL) / sum));
    });
    // The rounding is made good where it hurts least, at the most frequent symbol.
    let excess = scaled.reduce((total, count) => total + count, 0) - TOTAL;
    while (excess !== 0) {
      const largest = scaled.indexOf(scaled.reduce((a, b) => Math.max(a, b), 0));
      const change = Math.min(excess, scaled[largest] - 1);
      scaled[largest] -= change;
      excess -= change;
    }
  }
  return out;
}

function startsOf(frequencies: Uint16Array, contextCount: number): Uint16Array {
  const starts = new Uint16Array(frequencies.length);
  for (let context = 0; context < contextCount; context++) {
    let sum = 0;
    for (let entry = context * SYMBOLS; entry < (context + 1) * SYMBOLS; entry++) {
      starts[entry] = sum;
      sum += frequencies[entry];
    }
    if (sum !== TOTAL) throw new Error('the frequencies do not add up');
  }
  return starts;
}
