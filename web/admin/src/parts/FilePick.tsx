// A file that is chosen or dropped. The button speaks the page's language, which the browser's own need not.

import { useId, useState } from "preact/hooks";
import { words } from "../language.ts";

interface Props {
  label: string;
  accept?: string;
  many?: boolean;
  put: (files: File[]) => void;
}

export function FilePick({ label, accept, many, put }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const chosen = [...(files ?? [])].slice(0, many ? undefined : 1);
    if (chosen.length > 0) put(chosen);
  };
  return (
    <div
      class={over ? "drop over" : "drop"}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={many}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = ""; // so that the same file, mended, can be chosen again
        }}
      />
      <label for={id}>
        <span>{label}</span>
        <span class="button quiet">{many ? words.value.chooseFiles : words.value.chooseFile}</span>
      </label>
    </div>
  );
}
