import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { TestOutcome, TestRequest } from './testServer.ts';

const SERVER = resolve(import.meta.dirname, 'testServer.ts');

/** A test server in a process of its own, so that a mutant that never ends can be ended; it starts again when next asked. */
export class ServerProcess {
  private child: ChildProcess | null = null;

  /** `marksPath`: where the covering run leaves its marks, if this server does one. */
  constructor(private readonly marksPath = '') {}

  /** Outcomes of the tests in the order in which they ran, or null if one took longer than its limit. */
  async ask(request: TestRequest): Promise<TestOutcome[] | null> {
    const child = this.child ?? (await this.start());
    child.send(request);
    // A test that waits forever takes no processor time.
    const seconds = 60 + 20 * request.limits.reduce((sum, limit) => sum + limit, 0);
    const answer = await nextMessage<TestOutcome[]>(child, 1000 * Math.min(seconds, 86_400));
    if (answer === null) this.stop();
    return answer;
  }

  stop(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private async start(): Promise<ChildProcess> {
    const env = { ...process.env, NODE_ENV: 'test', MUTATE_MARKS: this.marksPath };
    const child = fork(SERVER, [], { execArgv: ['--import', 'tsx'], env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.child = child;
    if ((await nextMessage(child, 120_000)) === null) throw new Error('The test server does not start.');
    return child;
  }
}

/** The next message of a child, or null once the time is over or the child has ended. */
function nextMessage<T>(child: ChildProcess, milliseconds: number): Promise<T | null> {
  return new Promise((resolveMessage) => {
    const finish = (message: T | null) => {
      clearTimeout(timer);
      child.removeAllListeners('message');
      child.removeAllListeners('exit');
      resolveMessage(message);
    };
    const timer = setTimeout(() => finish(null), milliseconds);
    child.once('message', (message) => finish(message as T));
    child.once('exit', () => finish(null));
  });
}
