import { useState } from 'react';
import { inputError } from '../../../core/inputError';
import {
  LARGEST_PROTOCOL_FILE,
  PROTOCOL_FILE_ENDS,
  protocolFileName,
  readProtocolText,
  writeProtocolFile,
} from '../../../dose/protocol/protocolFile';
import { SCENE_FORMAT } from '../../../share/scene/sceneFile';
import { choose } from '../../../state/store';
import { useApp } from '../../appContext';
import { FileOpener } from '../../controls/FileOpener';
import { type Fact, FactButton } from '../shared/FactButton';

const REFUSAL_FACT: Fact = {
  title: 'Protocol files',
  what: `A protocol file is JSON of at most ${LARGEST_PROTOCOL_FILE / 1024} KiB with format, version, segments and course, as the button writes it. Whatever does not fit is refused as a whole, and the chosen protocol stays.`,
  sources: ['project-choice'],
  verification: 'assumed',
};

/** Bytes in which a file says what it is. */
const HEAD = 200;

async function readFile(file: File): Promise<ReturnType<typeof readProtocolText>> {
  if (file.size > LARGEST_PROTOCOL_FILE) throw inputError('the protocol file', `have at most ${LARGEST_PROTOCOL_FILE} bytes`, file.size);
  return readProtocolText(await file.text());
}

/** Saves the chosen protocol as a file and opens one; dropping it anywhere on the page does the same while this screen is open. */
export function ProtocolFile() {
  const { simulation, view, openScene } = useApp();
  const { store } = simulation;
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (file: File): Promise<void> => {
    // A scene ends in .json as well, and is meant for the whole page.
    if (openScene && (await file.slice(0, HEAD).text()).includes(SCENE_FORMAT)) return view.setState({ problem: await openScene(file) });
    choose(store, { protocol: await readFile(file) });
  };
  return (
    <>
      <div className="level-row">
        <button type="button" className="text-button" onClick={() => save(store.getState().protocol)}>
          Save protocol
        </button>
        <FileOpener label="Protocol file" accept={PROTOCOL_FILE_ENDS} open={open} onProblem={setProblem}>
          Open protocol…
        </FileOpener>
      </div>
      {problem && (
        <div className="level-problem" role="alert">
          <p>
            {problem} The protocol stays as it was. <FactButton fact={REFUSAL_FACT}>what fits</FactButton>
          </p>
          <button type="button" className="text-button" onClick={() => setProblem(null)}>
            Close
          </button>
        </div>
      )}
    </>
  );
}

function save(protocol: Parameters<typeof writeProtocolFile>[0]): void {
  const url = URL.createObjectURL(new Blob([writeProtocolFile(protocol)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = protocolFileName(protocol);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
