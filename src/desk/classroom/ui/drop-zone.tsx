import { useId, useState } from '../../ui/preact.js';
import type { DroppedFile } from '../mark/open-class.js';

export interface DropZoneProps {
  readonly label: string;
  readonly note: string;
  /** Endings of the files that are meant: `.xlsx,.csv`. */
  readonly accept: string;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
}

/** A place to drop files on, which is also a button that asks for them; files are read here and go nowhere. */
export function DropZone({ label, note, accept, onFiles }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false);
  const describedBy = useId();
  const take = async (list: FileList | null | undefined) => {
    const files = await Promise.all(
      [...(list ?? [])].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    if (files.length > 0) onFiles(files);
  };
  return (
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
        void take(event.dataTransfer?.files);
      }}
    >
      <input
        class="said"
        type="file"
        multiple
        accept={accept}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => {
          void take(currentTarget.files).then(() => {
            currentTarget.value = '';
          });
        }}
      />
      <span class="drop-label">{label}</span>
      <small id={describedBy}>{note}</small>
    </label>
  );
}
