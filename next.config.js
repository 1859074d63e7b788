import createNextIntlPlugin from "next-intl/plugin";

const withIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Public answers are compressed once per version by lib/live; Next compresses nothing itself.
  compress: false,
  devIndicators: false,
  serverExternalPackages: ["pg", "@prisma/adapter-pg", "better-auth"],
  outputFileTracingExcludes: { "*": ["data/**"] },
  async redirects() {
    return [{ source: "/zh/:path*", destination: "/:path*", permanent: false }];
  },
  async rewrites() {
    // Chinese at /, English at /en: one folder app/[locale] serves both.
    return {
      beforeFiles: [
        { source: "/:path((?!en$|en/|api/|_next/|geo/|icon|favicon).*)", destination: "/zh/:path" },
      ],
      afterFiles: [],
      fallback: [],
    };
  },
};

export default withIntl(config);
