/** Catches what `downloadCsv` hands to the browser; jsdom can neither make nor follow such links. */
export function catchDownloads() {
  const files: { name: string; content: Promise<string> }[] = [];
  let latest: Blob | undefined;
  URL.createObjectURL = blob => {
    if (blob instanceof Blob) latest = blob;
    return 'blob:download';
  };
  URL.revokeObjectURL = () => undefined;
  const click = jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function clicked(this: HTMLAnchorElement) {
      const blob = latest;
      if (!blob) return;
      files.push({ name: this.download, content: blob.text() });
    });
  return { files, restore: () => click.mockRestore() };
}
