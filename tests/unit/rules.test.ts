import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEVELS, normaliseLevel, ResponseLevel } from "@/lib/responses/levels";
import {
  foldTrack,
  illegality,
  isStale,
  knownActions,
  legalMoves,
  levelInForce,
  stepAt,
} from "@/lib/responses/rules";
import { ActionKind, type TrackAction } from "@/lib/responses/schema";

let nextId = 1;
const action = (
  kind: ActionKind,
  level: ResponseLevel | null,
  effectiveAt: number,
  more: Partial<TrackAction> = {},
): TrackAction => ({
  id: nextId++,
  kind,
  level,
  fromLevel: null,
  effectiveAt,
  precision: "MINUTE",
  certainty: "STATED",
  windowAfter: null,
  windowBy: null,
  reason: null,
  recordedAt: effectiveAt,
  supersedesId: null,
  withdrawn: false,
  source: { publisher: "p", title: "t", published: null, url: null, bulletin: null },
  ...more,
});

describe("level words", () => {
  it.each([
    ["一级", "I"],
    ["Ⅰ级", "I"],
    ["I级", "I"],
    ["1级", "I"],
    ["１级", "I"],
    ["ⅳ级", "IV"],
    ["Ⅳ", "IV"],
    ["三級", "III"],
    [" ii 级", "II"],
    ["四", "IV"],
    ["ＩＩＩ级", "III"],
  ])("reads %s as %s", (written, level) => {
    expect(normaliseLevel(written)).toBe(level);
  });
  it.each(["", "级", "五级", "0级", "红色", "IIII级", "constructor", "11级"])("refuses %s", (written) => {
    expect(normaliseLevel(written)).toBeUndefined();
  });
});

describe("legal moves", () => {
  it("activates only from none and terminates only when active", () => {
    expect(legalMoves(null)).toEqual([{ kind: "ACTIVATE", levels: ["I", "II", "III", "IV"] }]);
    expect(illegality("III", { kind: "ACTIVATE", level: "II" })).toBe("activated_while_active");
    expect(illegality(null, { kind: "TERMINATE", level: null })).toBe("terminated_while_inactive");
  });
  it("never offers a move that it would call illegal, and offers every move that is legal", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, ...ResponseLevel.options),
        fc.constantFrom(...ActionKind.options),
        fc.constantFrom(...ResponseLevel.options),
        (inForce, kind, level) => {
          const offered = legalMoves(inForce).some(
            (move) => move.kind === kind && (kind === "TERMINATE" || move.levels.includes(level)),
          );
          expect(illegality(inForce, { kind, level: kind === "TERMINATE" ? null : level }) === null).toBe(
            offered,
          );
        },
      ),
    );
  });
  it("knows the gravest level has none above and the mildest none below", () => {
    expect(legalMoves("I").map((move) => move.kind)).not.toContain("RAISE");
    expect(legalMoves("IV").map((move) => move.kind)).not.toContain("LOWER");
  });
});

describe("fold", () => {
  it("keeps since at the order that brought the level, through confirmations", () => {
    const steps = foldTrack([
      action("ACTIVATE", "IV", 10),
      action("RAISE", "III", 20),
      action("MAINTAIN", "III", 30),
    ]);
    const last = stepAt(steps, 35);
    expect(last?.level).toBe("III");
    expect(last?.since?.effectiveAt).toBe(20);
    expect(last?.action.effectiveAt).toBe(30);
  });
  it("shows a level that is only ever confirmed, without inventing its start", () => {
    const [step] = foldTrack([action("MAINTAIN", "II", 10)]);
    expect(step).toMatchObject({ level: "II", since: null, contradiction: "maintained_without_activation" });
  });
  it("treats silence as silence, not as an end", () => {
    expect(levelInForce([action("ACTIVATE", "IV", 0)], 10 ** 12, Number.POSITIVE_INFINITY)).toBe("IV");
    expect(isStale(0, 24 * 3_600_000, 24)).toBe(false);
    expect(isStale(0, 24 * 3_600_000 + 1, 24)).toBe(true);
  });
  it("answers as of a world time and as known at a record time", () => {
    const wrong = action("ACTIVATE", "II", 10, { recordedAt: 100 });
    const right = action("ACTIVATE", "IV", 10, { recordedAt: 200, supersedesId: wrong.id });
    expect(levelInForce([wrong, right], 15, 150)).toBe("II");
    expect(levelInForce([wrong, right], 15, 250)).toBe("IV");
    expect(levelInForce([wrong, right], 5, 250)).toBeNull();
    expect(levelInForce([wrong, { ...right, withdrawn: true }], 15, 250)).toBeNull();
  });
  it("equals the plain definition for any history: the last known action at or before the time", () => {
    const history = fc.array(
      fc.record({
        kind: fc.constantFrom(...ActionKind.options),
        level: fc.constantFrom(...ResponseLevel.options),
        at: fc.integer({ min: 0, max: 50 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(history, fc.integer({ min: -1, max: 51 }), (moves, at) => {
        const actions = moves.map((move) =>
          action(move.kind, move.kind === "TERMINATE" ? null : move.level, move.at),
        );
        const before = actions
          .filter((a) => a.effectiveAt <= at)
          .sort((a, b) => a.effectiveAt - b.effectiveAt || a.id - b.id);
        expect(levelInForce(actions, at, Number.POSITIVE_INFINITY)).toBe(before.at(-1)?.level ?? null);
        expect(knownActions(actions, Number.POSITIVE_INFINITY)).toHaveLength(actions.length);
      }),
    );
  });
});

describe("level table", () => {
  it("ranks I gravest and gives each level a pattern of its own", () => {
    expect(Object.values(LEVELS).map((level) => level.rank)).toEqual([1, 2, 3, 4]);
    expect(new Set(Object.values(LEVELS).map((level) => level.pattern)).size).toBe(4);
  });
});
