import { z } from "zod";
import type { Prisma } from "@/prisma/generated/client";
import { outOfReach } from "./auth/reach";
import { may, type Permission, type Viewer } from "./auth/roles";
import { recordTime } from "./clock";
import { db, type Transaction } from "./db";
import { type Refusal, refuse } from "./errors";
import { shownSoon } from "./live/listen";
import { store } from "./live/store";

export type Done<T> = { ok: true; value: T; version: number };
export type Result<T> = Done<T> | Refusal;

export interface Context {
  tx: Transaction;
  viewer: Viewer;
  /** The number every row of this change carries, and the real time it was recorded at. */
  version: bigint;
  recordedAt: Date;
  /** The source that a bulletin's publication has recorded already for the fact at hand. */
  sourceId?: string;
}

type Outcome<T> = { ok: true; value: T; provinces?: readonly string[] } | Refusal;

interface Spec<I extends z.ZodType, T, P> {
  name: string;
  may: Permission;
  input: I;
  /** The provinces the change touches; the viewer must be allowed to act for each. */
  provinces?: (input: z.output<I>) => readonly string[];
  /** Work that takes time and writes nothing: done before the lock that keeps commands in order is taken. */
  prepare?: (viewer: Viewer, input: z.output<I>) => Promise<{ ok: true; value: P } | Refusal>;
  /** `provinces` of the outcome are those the audit names, where the input alone does not tell them. */
  run: (context: Context, input: z.output<I>, prepared: P) => Promise<Outcome<T>>;
}

class Rollback extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refusal);
  }
}

const MAX_AUDIT_TEXT = 2000;
/** More people read the audit than may know a password or how to reach a team. */
const HIDDEN = /password|^contact$/i;
const shorten = (value: unknown): unknown => {
  if (typeof value === "string")
    return value.length > MAX_AUDIT_TEXT
      ? `${value.slice(0, MAX_AUDIT_TEXT)}…`
      : value.replaceAll("\u0000", "");
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`;
  if (Array.isArray(value)) return value.slice(0, 100).map(shorten);
  if (value && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, 50)
        .map(([key, part]) => [key.slice(0, 100), HIDDEN.test(key) && part ? "…" : shorten(part)]),
    );
  return value ?? null;
};

const asJson = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value ?? null)) ?? {};

/** Writes one line of the audit; for what is no command of its own, such as a delivery of readings. */
export async function audit(
  tx: Transaction,
  viewer: Viewer,
  entry: {
    command: string;
    outcome: Prisma.AuditEntryCreateInput["outcome"];
    detail: string;
    input: unknown;
    provinces?: readonly string[];
    requestId?: string;
    result?: unknown;
    version?: bigint;
  },
) {
  await tx.auditEntry.create({
    data: {
      userId: viewer.user?.id ?? null,
      userName: viewer.user?.username ?? "—",
      command: entry.command,
      outcome: entry.outcome,
      detail: entry.detail.slice(0, 500),
      input: asJson(shorten(entry.input)),
      provinces: [...(entry.provinces ?? [])].slice(0, 40),
      requestId: entry.requestId ?? null,
      result: entry.result === undefined ? undefined : asJson(entry.result),
      version: entry.version ?? null,
    },
  });
}

const RequestId = z.object({ requestId: z.uuid().optional() });

/** A message of a schema is a key of our messages when it looks like one. */
const KEY = /^[a-z]+(_[a-z]+)+$/;

/** Zod's issues as message keys beside their fields: the first issue of each field. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues)
    fields[issue.path.join(".") || "form"] ??= KEY.test(issue.message)
      ? issue.message
      : `field_${issue.code}`;
  return fields;
}

/**
 * The one way to write: permission, parse, then one transaction with the event, its audit row, the version and
 * the notification. Every attempt leaves an audit row; a repeated requestId is answered with its first result.
 */
export function command<I extends z.ZodType, T, P = undefined>(spec: Spec<I, T, P>) {
  const execute = async (viewer: Viewer, raw: unknown): Promise<Result<T>> => {
    const requestId = RequestId.safeParse(raw).data?.requestId;
    const denied = async (
      outcome: "FORBIDDEN" | "INVALID" | "REFUSED" | "FAILED",
      refusal: Refusal,
      provinces: readonly string[] = [],
    ) => {
      const entry = {
        command: spec.name,
        outcome,
        detail: refusal.refusal,
        input: raw,
        provinces,
        requestId,
      };
      if (store().database === "up")
        await audit(db(), viewer, entry).catch((error) => console.error("audit:", error.message));
      return refusal;
    };
    if (!viewer.user) return denied("FORBIDDEN", refuse("not_signed_in"));
    if (viewer.user.mustChangePassword) return denied("FORBIDDEN", refuse("password_must_change"));
    if (!may(viewer, spec.may)) return denied("FORBIDDEN", refuse("forbidden"));
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) return denied("INVALID", refuse("bad_input", undefined, fieldErrors(parsed.error)));
    const provinces = spec.provinces?.(parsed.data) ?? [];
    const foreign = outOfReach(viewer, provinces);
    if (foreign) return denied("FORBIDDEN", foreign, provinces);
    try {
      const prepared = await spec.prepare?.(viewer, parsed.data);
      if (prepared && !prepared.ok) return denied("REFUSED", prepared, provinces);
      const done = await db().$transaction(
        async (tx): Promise<Result<T>> => {
          // The row lock puts all commands in one order: version order is commit order.
          const [state] = await tx.$queryRaw<
            { version: bigint }[]
          >`select version from "SystemVersion" where id = 1 for update`;
          if (requestId) {
            const earlier = await tx.auditEntry.findFirst({ where: { requestId, outcome: "DONE" } });
            if (earlier)
              return earlier.userId === viewer.user?.id && earlier.command === spec.name
                ? { ok: true, value: earlier.result as T, version: Number(earlier.version) }
                : Promise.reject(new Rollback(refuse("request_id_taken")));
          }
          const context = {
            tx,
            viewer,
            version: (state?.version ?? 0n) + 1n,
            recordedAt: new Date(recordTime()),
          };
          const outcome = await spec.run(context, parsed.data, prepared?.value as P);
          if (!outcome.ok) throw new Rollback(outcome);
          await tx.systemVersion.update({
            where: { id: 1 },
            data: { version: context.version, recordedAt: context.recordedAt },
          });
          await audit(tx, viewer, {
            command: spec.name,
            outcome: "DONE",
            detail: "",
            input: raw,
            provinces: outcome.provinces ?? provinces,
            requestId,
            result: outcome.value,
            version: context.version,
          });
          return { ok: true, value: outcome.value, version: Number(context.version) };
        },
        { timeout: 15_000, maxWait: 10_000 },
      );
      await shownSoon();
      return done;
    } catch (error) {
      if (error instanceof Rollback) return denied("REFUSED", error.refusal, provinces);
      console.error(spec.name, error);
      return denied("FAILED", refuse("unavailable"), provinces);
    }
  };
  return Object.assign(execute, { spec: { name: spec.name, may: spec.may } });
}
