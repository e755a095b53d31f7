import { type RefObject, useEffect, useState } from './preact.js';

/** An address of the bytes of a PDF in this browser alone, given back when others take their place; undefined where there are none. */
export function usePdfAddress(content: Uint8Array | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (content === undefined || content.length === 0) return setAddress(undefined);
    const made = URL.createObjectURL(new Blob([content as BlobPart], { type: 'application/pdf' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}

interface PdfFrameGiven {
  readonly address: string;
  readonly title: string;
  readonly class?: string;
  /** To print what is shown. */
  readonly frame?: RefObject<HTMLIFrameElement | null>;
}

/** Pages as they print, without the tools of the browser around them. */
export function PdfFrame({ address, title, class: name, frame }: PdfFrameGiven) {
  return (
    <iframe {...(frame === undefined ? {} : { ref: frame })} class={name} title={title} src={`${address}#toolbar=0&navpanes=0&view=FitH`} />
  );
}

export function printFrame(frame: RefObject<HTMLIFrameElement | null>): void {
  frame.current?.contentWindow?.print();
}
