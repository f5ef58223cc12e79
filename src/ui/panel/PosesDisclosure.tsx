import { type ReactNode, useState } from 'react';
import type { PoseProgram } from '../../coil/poses/navigationPose';
import { POSE_FILE_ENDS } from '../../coil/poses/poseFileEnds';
import { formatNumber, THIN_SPACE } from '../../core/format';
import { latePart } from '../../core/latePart';
import type { PoseChoices } from '../../field/simulation/sceneSource';
import { choose } from '../../state/store';
import { useApp, useSession } from '../appContext';
import { Announcement } from '../controls/Announcement';
import { Disclosure } from '../controls/Disclosure';
import { FileOpener, takeFile } from '../controls/FileOpener';
import { SegmentedControl } from '../controls/SegmentedControl';
import { CopyRow } from '../share/CopyRow';
import { usePoseText } from './usePoseText';

const reader = latePart(() => import('../../coil/poses/readPoses'));

/** As many as `readPoses` takes, so that a wrong file is not read whole. */
const MOST_BYTES = 8_000_000;

const PROGRAMS: readonly { readonly value: PoseProgram; readonly label: string }[] = [
  { value: 'simnibs', label: 'SimNIBS' },
  { value: 'brainsight', label: 'Brainsight' },
  { value: 'localite', label: 'Localite' },
];

const nameOf = (program: PoseProgram): string => PROGRAMS.find(({ value }) => value === program)?.label ?? program;

/** Poses of the coil from navigation, pasted or from a file, one after the other; and the present one to take along. */
export function PosesDisclosure() {
  const [open, setOpen] = useState(false);
  const { view } = useApp();
  const read = useTake();
  const onProblem = (problem: string | null): void => view.setState({ problem });
  const take: typeof read = async (text, name) => {
    await read(text, name);
    // A file that was dropped on the page shows where its poses went.
    setOpen(true);
  };
  return (
    <Disclosure title="Poses from navigation" open={open} onToggle={setOpen}>
      <Paste take={take} onProblem={onProblem}>
        <FileOpener
          label="File of poses"
          accept={POSE_FILE_ENDS}
          open={async (file) => take(await textOf(file), file.name)}
          onProblem={onProblem}
        >
          Open a file of poses
        </FileOpener>
      </Paste>
      <PoseList />
      {open && <PresentPose />}
      <p className="small-print">
        Millimeters in the frame of this head (MNI-152, RAS). A pose that was taken on another person fits that person’s scalp, not this
        one.
      </p>
    </Disclosure>
  );
}

async function textOf(file: File): Promise<string> {
  const { inputError } = await import('../../core/inputError');
  if (file.size > MOST_BYTES) throw inputError(file.name, `have at most ${MOST_BYTES / 1e6} MB`, `${formatNumber(file.size / 1e6, 1)} MB`);
  return file.text();
}

/** Reads poses and puts the coil to the first. */
function useTake(): (text: string, name: string) => Promise<void> {
  const { session } = useApp().simulation;
  const put = usePut();
  return async (text, name) => {
    const { readPoses } = await reader();
    const { program, poses, notes } = readPoses(text, name);
    session.setState({ poses: { program, list: poses, notes, index: 0 } });
    put(0);
  };
}

/** Puts the coil to one of the poses, as one step of the history. */
function usePut(): (index: number) => void {
  const { simulation } = useApp();
  const { session, store } = simulation;
  return (index) => {
    const { poses } = session.getState();
    const entry = poses?.list[index];
    if (!poses || !entry) return;
    choose(store, simulation.choicesOfPose(entry.pose).choices);
    session.setState({ poses: { ...poses, index } });
  };
}

/** `children`: the other way to bring poses, beside the button. */
function Paste(props: {
  readonly take: ReturnType<typeof useTake>;
  readonly onProblem: (sentence: string | null) => void;
  readonly children: ReactNode;
}) {
  const { take, onProblem, children } = props;
  const [text, setText] = useState('');
  return (
    <>
      <label className="pose-paste">
        <span>Paste poses: a 4 × 4 matrix of SimNIBS, or an export of Brainsight or Localite</span>
        <textarea rows={4} value={text} spellCheck={false} onChange={(event) => setText(event.target.value)} />
      </label>
      <p className="pose-steps">
        <button
          type="button"
          className="text-button"
          disabled={text.trim() === ''}
          onClick={() => void takeFile(() => take(text, 'The pasted text'), 'pasted text', onProblem)}
        >
          Put the coil there
        </button>
        {children}
      </p>
    </>
  );
}

function PoseList() {
  const { value: poses } = useSession((state) => state.poses);
  const { simulation } = useApp();
  const put = usePut();
  if (!poses) return null;
  const { list, index, program, notes } = poses;
  const { name, pose, correction } = list[index];
  const words = [fitWords(simulation.choicesOfPose(pose)), roundedWords(correction), ...notes].filter(Boolean).join(' ');
  return (
    <div className="pose-list">
      <p>
        <b>
          {index + 1} of {list.length}
        </b>
        : {name}, {nameOf(program)}
      </p>
      {list.length > 1 && (
        <p className="pose-steps">
          <button type="button" className="text-button" disabled={index === 0} onClick={() => put(index - 1)}>
            Previous pose
          </button>
          <button type="button" className="text-button" disabled={index === list.length - 1} onClick={() => put(index + 1)}>
            Next pose
          </button>
        </p>
      )}
      <button type="button" className="text-button" onClick={() => put(index)}>
        Put the coil there again
      </button>
      <p className="small-print">{words}</p>
      <Announcement text={`Pose ${index + 1} of ${list.length}, ${name}. ${words}`} />
    </div>
  );
}

const degree = Math.PI / 180;
const millimeters = (meters: number): string => `${formatNumber(1e3 * meters, 1)}${THIN_SPACE}mm`;

/** How near the coil comes to the pose on this head, and what keeps it away. */
function fitWords({ shift, turn, gap }: PoseChoices): string {
  if (shift < 1e-4 && turn < 0.1 * degree) return 'This pose is reached on this head.';
  const inside = gap < -1e-4 ? ` The casing would lie ${millimeters(-gap)} inside this head: it is laid on the scalp.` : '';
  return `On this head the coil comes to within ${millimeters(shift)} and ${formatNumber(turn / degree, 1)}° of this pose.${inside}`;
}

const roundedWords = (correction: number): string =>
  correction < 1e-6 ? '' : `Its axes were rounded: turned by ${formatNumber(correction / degree, 3)}° to stand at right angles.`;

/** The pose of now as text of one of the programs. */
function PresentPose() {
  const [program, setProgram] = useState<PoseProgram>('simnibs');
  const { text, axes } = usePoseText(program);
  return (
    <>
      <SegmentedControl<PoseProgram> legend="The pose of now for" options={PROGRAMS} value={program} onChange={setProgram} />
      {text !== null && <CopyRow label={`The pose of now for ${nameOf(program)}`} text={text} button="Copy" rows={4} />}
      <p className="small-print">{axes}</p>
    </>
  );
}
