import { DeskFailure } from '../../told/failure.js';
import { tellFailure } from '../../told/tell-failure.js';
import { useId, useState } from '../../ui/preact.js';
import { useLatest } from '../../ui/use-latest.js';
import type { DeskLanguage } from '../../words/words.js';
import type { DroppedFile } from '../mark/open-class.js';

export interface DropZoneProps {
  readonly language: DeskLanguage;
  readonly label: string;
  readonly note: string;
  /** Endings of the files that are meant: `.xlsx,.csv`. */
  readonly accept: string;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
}

/** A place to drop files on, which is also a button that asks for them; files are read here and go nowhere. */
export function DropZone({ language, label, note, accept, onFiles }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false);
  const [said, setSaid] = useState('');
  const reading = useLatest();
  const describedBy = useId();
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    setSaid('');
    reading.begin(
      () => Promise.all(files.map(readFile)),
      onFiles,
      (thrown) => setSaid(tellFailure(thrown, language)),
    );
  };
  return (
    <div>
      <label
        class={`drop${isOver ? ' is-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <input
          class="said"
          type="file"
          multiple
          accept={accept}
          aria-describedby={describedBy}
          onChange={({ currentTarget }) => {
            take(currentTarget.files);
            // The same file can be chosen again.
            currentTarget.value = '';
          }}
        />
        <span class="drop-label">{label}</span>
        <small id={describedBy}>{note}</small>
      </label>
      <p class="bad" role="alert">
        {said}
      </p>
    </div>
  );
}

async function readFile(file: File): Promise<DroppedFile> {
  const buffer = await file.arrayBuffer().catch(() => {
    throw new DeskFailure({ kind: 'unreadable', file: file.name });
  });
  return { name: file.name, bytes: new Uint8Array(buffer) };
}
