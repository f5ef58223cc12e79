import { FieldComputer } from './computeField';
import type { FromWorker, ToWorker } from './fieldMessages';

let computer: FieldComputer | undefined;

const send = (message: FromWorker, transfer: Transferable[] = []): void =>
  (self as unknown as { postMessage(message: FromWorker, transfer: Transferable[]): void }).postMessage(message, transfer);

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  if (data.kind === 'head') {
    computer = new FieldComputer(data.head);
    send({ kind: 'ready', grid: computer.grid });
    return;
  }
  try {
    if (!computer) throw new Error('the head must be sent before a pose');
    const result = computer.compute(data.request);
    const { depthCurve } = result;
    const buffers = [result.values, result.texels, depthCurve.distance, depthCurve.fluxDensity].map((array) => array.buffer);
    if (depthCurve.magnitude !== depthCurve.fluxDensity) buffers.push(depthCurve.magnitude.buffer);
    send({ kind: 'result', id: data.id, result }, buffers as Transferable[]);
  } catch (error) {
    send({ kind: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) });
  }
};
