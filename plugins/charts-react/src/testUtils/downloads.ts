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
      const content = new Promise<string>(resolve => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result));
        reader.readAsText(blob);
      });
      files.push({ name: this.download, content });
    });
  return { files, restore: () => click.mockRestore() };
}
