/** Errors of WASI preview 1. */
const SUCCESS = 0;
/** Number of the stream a guest reads as its input. */
const STDIN = 0;
/** Size in bytes of one entry of a list of buffers: address and length. */
const BUFFER_ENTRY = 8;

type ReadFunction = (fd: number, buffers: number, count: number, done: number) => number;

/** What an input needs of the host it is part of. */
export interface StdinHost {
  /** Gives the guest's memory. */
  readonly memory: () => WebAssembly.Memory;
  /** Reads from every other file. */
  readonly fd_read?: WebAssembly.ImportValue;
}

/**
 * The input of one instance, from its first byte. A process has one stream for all its instances; each needs its own.
 *
 * @param input - all of it
 * @param host - memory of the guest, and what reads other files
 * @returns functions that replace those of the host
 */
export function stdinOf(input: Uint8Array, host: StdinHost): WebAssembly.ModuleImports {
  let at = 0;
  const readOther = host.fd_read as ReadFunction;
  return {
    fd_read: (fd: number, buffers: number, count: number, done: number): number => {
      if (fd !== STDIN) return readOther(fd, buffers, count, done);
      const { buffer } = host.memory();
      const view = new DataView(buffer);
      let read = 0;
      for (let index = 0; index < count >>> 0; index += 1) {
        const entry = (buffers >>> 0) + index * BUFFER_ENTRY;
        const [start, length] = [view.getUint32(entry, true), view.getUint32(entry + 4, true)];
        const part = input.subarray(at, at + length);
        new Uint8Array(buffer, start, length).set(part);
        at += part.length;
        read += part.length;
      }
      view.setUint32(done >>> 0, read, true);
      return SUCCESS;
    },
  };
}
