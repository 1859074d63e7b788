import { problem } from "@/lib/errors";

export const dynamic = "force-dynamic";

/** Other systems get a problem document also for an address that we do not have, never a page. */
const nothing = () =>
  problem("not_found", "There is nothing at this address; docs/api.md lists what there is.");

export {
  nothing as DELETE,
  nothing as GET,
  nothing as OPTIONS,
  nothing as PATCH,
  nothing as POST,
  nothing as PUT,
};
