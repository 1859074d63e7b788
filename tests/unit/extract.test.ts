import { expect, it } from "vitest";
import { extract } from "@/lib/bulletins/extract";
import { Unreadable } from "@/lib/bulletins/extract/limits";
import { bomb, docx, lockedDocx, lockedPdf, pdf, scan, zip } from "../fixtures/files";

const SAID = "国家防总4日19时针对陕西启动防汛四级应急响应。";
const read = (bytes: Uint8Array, name = "", type = "") => extract({ bytes, name, type });
const refusal = async (bytes: Uint8Array, name = "", type = "") =>
  read(bytes, name, type).then(
    () => "read",
    (error) => (error instanceof Unreadable ? error.refusal : String(error)),
  );
/** 国家防总 in GB 18030, as older systems write it. */
const GB = Buffer.from([0xb9, 0xfa, 0xbc, 0xd2, 0xb7, 0xc0, 0xd7, 0xdc]);

it.each([
  ["a Word file", docx("多地降雨持续", SAID), "a.docx"],
  ["a Word file under no name", docx("多地降雨持续", SAID), ""],
  ["a PDF whose font is not in it", pdf("多地降雨持续", SAID), "a.pdf"],
  ["a PDF that says it is text", pdf("多地降雨持续", SAID), "a.txt"],
  ["UTF-8 with a mark", Buffer.from(`\ufeff多地降雨持续\n${SAID}`), "a.txt"],
  ["UTF-16 with a mark", Buffer.from(`\ufeff多地降雨持续\n${SAID}`, "utf16le"), "a.txt"],
  ["UTF-16 without a mark", Buffer.from(`多地降雨持续\n${SAID}\n2024\n`, "utf16le"), "a.txt"],
  ["UTF-16 from the other end", Buffer.from(`\ufeff多地降雨持续\n${SAID}`, "utf16le").swap16(), "a.txt"],
  ["Markdown", Buffer.from(`# 多地降雨持续\n\n${SAID}`), "a.md"],
])("reads %s", async (_what, bytes, name) => {
  const { text } = await read(bytes, name);
  expect(text).toContain("多地降雨持续");
  expect(text).toContain(SAID);
  expect(text).not.toContain("\ufeff");
});

it("reads GB18030, also where HTML declares it in its head", async () => {
  expect((await read(GB, "a.txt")).text).toBe("国家防总");
  const page = Buffer.concat([Buffer.from('<html><head><meta charset="gbk"></head><p>'), GB]);
  expect((await read(page, "a.html")).text).toBe("国家防总");
  expect((await read(GB, "a.txt", "text/plain; charset=gb2312")).text).toBe("国家防总");
});

it("takes the words of HTML and nothing that runs", async () => {
  const { text, mediaType } = await read(
    Buffer.from(
      `<!doctype html><title>x</title><style>p{}</style><h1>多地&nbsp;降雨</h1><script>alert("国家防总")</script><p onclick="alert(1)">国家防总4日<b>启动</b>防汛四级应急响应。<br>太湖超警&lt;0.3米&gt;。</p><noscript>x</noscript><svg><text>y</text></svg><template>z</template>`,
    ),
    "a.html",
  );
  expect(text).toBe("多地 降雨\n\n国家防总4日启动防汛四级应急响应。\n太湖超警<0.3米>。");
  expect(mediaType).toBe("text/html");
});

it.each([
  ["nothing", Buffer.alloc(0), "a.txt", "text_empty"],
  ["blanks", Buffer.from(" \n\u3000"), "a.txt", "text_empty"],
  ["signs without a width", Buffer.from(" \u200b\n\ufeff"), "a.txt", "text_empty"],
  ["a Word file without words", docx(""), "a.docx", "text_empty"],
  ["more than 5 MB", Buffer.alloc(5 * 1024 * 1024 + 1, 0x61), "a.txt", "file_too_large"],
  ["a part that grows to 100 MB", bomb(100), "a.docx", "file_bomb"],
  ["a part that grows to 60 MB and says it does not", bomb(60, true), "a.docx", "file_damaged"],
  ["a PDF under a password", lockedPdf(), "a.pdf", "file_encrypted"],
  ["a Word file under a password", lockedDocx(), "a.docx", "file_encrypted"],
  [
    "a Word file of the old kind",
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
    "a.doc",
    "file_old_word",
  ],
  ["a scan", scan(), "a.pdf", "file_no_text_layer"],
  ["half a PDF", pdf(SAID).subarray(0, 200), "a.pdf", "file_damaged"],
  ["half a Word file", docx(SAID).subarray(0, 300), "a.docx", "file_damaged"],
  ["another archive", zip({ "xl/workbook.xml": "<x/>" }), "a.xlsx", "file_unsupported"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]), "a.txt", "file_unsupported"],
  ["text that says it is a PDF", Buffer.from(SAID), "a.pdf", "file_not_as_named"],
  ["text that says it is a Word file", Buffer.from(SAID), "a.docx", "file_not_as_named"],
  [
    "bytes without sense",
    Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7) % 9)),
    "a.txt",
    "file_unsupported",
  ],
])("refuses %s", async (_what, bytes, name, expected) => {
  expect(await refusal(bytes, name)).toBe(expected);
});
