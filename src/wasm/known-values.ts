import {
  createFlow,
  type Flow,
  readLocal,
  seal,
  settle,
  UNKNOWN,
  type Value,
} from "./local-values.ts";

/** How many values a block takes and leaves. */
export interface BlockArity {
  readonly params: number;
  readonly results: number;
}

/** A block that is open. */
interface Frame extends BlockArity {
  /** Values on the stack below its parameters. */
  readonly height: number;
  /** The loop's beginning, where branches to it go; null for every other block. */
  readonly header: Flow | null;
  /** What comes after its end. */
  readonly following: Flow;
  /** What every way to the end, or to the beginning of a loop, brings along. */
  readonly brought: (readonly Value[])[];
  /** What a loop begins with; empty for every other block. */
  readonly entries: readonly Value[];
  /** Of an `if` whose `else` was not met: where the condition was asked, and the parameters. */
  condition: { readonly flow: Flow; readonly params: readonly Value[] } | null;
  /** What its handlers begin with. */
  readonly handlers: readonly Flow[];
}

/** Operands, locals and open blocks at one place of a function, with what a compiler knows of their values. */
export class KnownValues {
  private readonly operands: Value[] = [];
  private readonly frames: Frame[] = [];
  private flow: Flow = createFlow([], true);
  /** Open blocks that have handlers. */
  private handling = 0;

  /**
   * Begins a function.
   *
   * @param locals - what parameters and locals hold, in order
   * @param results - how many values the function returns
   */
  constructor(locals: readonly Value[], results: number) {
    for (const [local, value] of locals.entries()) this.flow.locals.set(local, value);
    this.open({ params: 0, results });
  }

  /**
   * Puts a value on the stack.
   *
   * @param value - what is known of it
   */
  push(value: Value): void {
    this.operands.push(value);
  }

  /**
   * Takes a value from the stack.
   *
   * @returns what is known of it
   */
  pop(): Value {
    return this.operands.pop() ?? UNKNOWN;
  }

  /**
   * Looks at the value on top of the stack.
   *
   * @returns what is known of it
   */
  top(): Value {
    return this.operands.at(-1) ?? UNKNOWN;
  }

  /**
   * Takes operands and leaves results that are known only when the code runs.
   *
   * @param pops - values taken
   * @param pushes - values left
   */
  compute(pops: number, pushes: number): void {
    this.operands.length = Math.max(0, this.operands.length - pops);
    for (let left = pushes; left > 0; left -= 1) this.push(UNKNOWN);
  }

  /**
   * Puts what a local holds on the stack.
   *
   * @param local - index of the local
   */
  read(local: number): void {
    this.push(readLocal(local, this.flow));
  }

  /**
   * Sets a local to the value on top of the stack, and takes it from there.
   *
   * @param local - index of the local
   */
  write(local: number): void {
    this.flow.locals.set(local, this.pop());
  }

  /**
   * Sets a local to the value on top of the stack, and leaves it there.
   *
   * @param local - index of the local
   */
  keep(local: number): void {
    this.flow.locals.set(local, this.top());
  }

  /**
   * Opens a block; its parameters stay what they are.
   *
   * @param arity - its parameters and results
   * @param labels - where its handlers branch to, as seen from outside of it
   */
  open(arity: BlockArity, labels: readonly number[] = []): void {
    const handlers = labels.map((label) => {
      const handler = createFlow([], false);
      this.arrive(label, handler, null);
      return handler;
    });
    if (handlers.length > 0) this.handling += 1;
    this.frames.push(this.frame(arity, { handlers }));
  }

  /**
   * Opens a loop: inside of it, what it is entered with is not known, because it may change from turn to turn.
   *
   * @param arity - its parameters and results
   */
  openLoop(arity: BlockArity): void {
    const header = createFlow([this.flow], false);
    const given = this.topmost(arity.params);
    const entries = given.map((): Value => ({ literal: null, same: null }));
    this.frames.push(this.frame(arity, { header, entries, brought: [given] }));
    this.operands.splice(this.operands.length - entries.length, entries.length, ...entries);
    this.flow = header;
  }

  /**
   * Opens an `if` after its condition was taken.
   *
   * @param arity - its parameters and results
   */
  openIf(arity: BlockArity): void {
    const frame = this.frame(arity, {});
    frame.condition = { flow: this.flow, params: this.operands.slice(frame.height) };
    this.frames.push(frame);
    this.fork();
  }

  /**
   * Goes on with `else`.
   *
   * @param reached - whether the end of what stands before it is reached
   */
  alternative(reached: boolean): void {
    const frame = this.frames.at(-1);
    const condition = frame?.condition;
    if (frame === undefined || condition === null || condition === undefined) return;
    if (reached) this.arrive(0, this.flow, this.topmost(frame.results));
    frame.condition = null;
    this.operands.length = frame.height;
    for (const value of condition.params) this.push(value);
    this.flow = createFlow([condition.flow], true);
  }

  /**
   * Closes a block. What comes after it holds what every way there brings along, where they all bring the same.
   *
   * @param reached - whether its end is reached
   * @returns whether what follows can be reached at all
   */
  close(reached: boolean): boolean {
    const frame = this.frames.pop();
    if (frame === undefined) return false;
    const { following, condition, header, results } = frame;
    const arrivals = header === null ? frame.brought : [];
    if (reached) following.from.push(this.flow);
    if (reached) arrivals.push(this.topmost(results));
    if (condition !== null) following.from.push(condition.flow);
    if (condition !== null) arrivals.push(condition.params);
    if (frame.handlers.length > 0) this.handling -= 1;
    for (const handler of frame.handlers) seal(handler);
    seal(following);
    if (header !== null) sealLoop(frame, header);
    this.flow = following;
    this.operands.length = Math.min(this.operands.length, frame.height);
    for (let index = 0; index < results; index += 1)
      this.push(agree(arrivals.map((values) => values[index] ?? UNKNOWN)));
    return following.from.length > 0;
  }

  /**
   * Branches to a label, perhaps.
   *
   * @param label - counted from the innermost block
   */
  branch(label: number): void {
    const frame = this.frames.at(-1 - label);
    const count = frame?.header ? frame.params : (frame?.results ?? 0);
    this.arrive(label, this.flow, this.topmost(count));
  }

  /** Goes on after something that may have branched. */
  fork(): void {
    this.flow = createFlow([this.flow], true);
  }

  /** Does something that may throw: every handler that is open may begin here. */
  throwing(): void {
    if (this.handling === 0) return;
    for (const { handlers } of this.frames)
      for (const { from } of handlers) if (from.at(-1) !== this.flow) from.push(this.flow);
    this.fork();
  }

  /** A way to a label, with the values it brings along; null where those are not known. */
  private arrive(label: number, from: Flow, values: readonly Value[] | null): void {
    const frame = this.frames.at(-1 - label);
    if (frame === undefined) return;
    (frame.header ?? frame.following).from.push(from);
    frame.brought.push(values ?? []);
  }

  private topmost(count: number): readonly Value[] {
    return count === 0 ? [] : this.operands.slice(-count);
  }

  private frame({ params, results }: BlockArity, rest: Partial<Frame>): Frame {
    return {
      params,
      results,
      height: this.operands.length - params,
      header: null,
      following: createFlow([], false),
      brought: [],
      entries: [],
      condition: null,
      handlers: [],
      ...rest,
    };
  }
}

/** Settles what a loop begins with before the locals: it was asked for first. */
function sealLoop({ entries, brought }: Frame, header: Flow): void {
  for (const [index, entry] of entries.entries())
    settle(
      entry,
      brought.map((values) => values[index] ?? UNKNOWN),
    );
  seal(header);
}

/** The value all ways bring along; unknown where they differ. */
function agree(ways: readonly Value[]): Value {
  return settle({ literal: null, same: null }, ways);
}
