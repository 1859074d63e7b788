-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Hazard" AS ENUM ('FLOOD', 'FLOOD_TYPHOON', 'TYPHOON', 'DROUGHT', 'GEOHAZARD');

-- CreateEnum
CREATE TYPE "ResponseLevel" AS ENUM ('I', 'II', 'III', 'IV');

-- CreateEnum
CREATE TYPE "ActionKind" AS ENUM ('ACTIVATE', 'MAINTAIN', 'RAISE', 'LOWER', 'TERMINATE');

-- CreateEnum
CREATE TYPE "IssuerTier" AS ENUM ('NATIONAL', 'MINISTRY', 'BASIN', 'PROVINCE', 'PREFECTURE', 'COUNTY');

-- CreateEnum
CREATE TYPE "TimePrecision" AS ENUM ('MINUTE', 'DAY');

-- CreateEnum
CREATE TYPE "Certainty" AS ENUM ('STATED', 'INFERRED');

-- CreateEnum
CREATE TYPE "SectionKind" AS ENUM ('REACH', 'LAKE', 'RESERVOIR', 'STATION');

-- CreateEnum
CREATE TYPE "MarkKind" AS ENUM ('GUARD', 'WARNING', 'GUARANTEE', 'RECORD', 'FLOOD_LIMIT');

-- CreateEnum
CREATE TYPE "MarkStatus" AS ENUM ('SOURCED', 'DERIVED', 'UNVERIFIED');

-- CreateEnum
CREATE TYPE "WaterStatus" AS ENUM ('NORMAL', 'ABOVE_WARNING', 'ABOVE_GUARANTEE', 'ABOVE_RECORD', 'ABOVE_FLOOD_LIMIT');

-- CreateEnum
CREATE TYPE "Trend" AS ENUM ('RISING', 'FALLING', 'STEADY', 'SLOWING');

-- CreateEnum
CREATE TYPE "DeploymentState" AS ENUM ('PREPOSITIONED', 'SENT', 'ARRIVED', 'WORKING', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "AuditOutcome" AS ENUM ('DONE', 'REFUSED', 'INVALID', 'FORBIDDEN', 'FAILED');

-- CreateTable
CREATE TABLE "Province" (
    "adcode" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "nameFull" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "abbr" TEXT NOT NULL,

    CONSTRAINT "Province_pkey" PRIMARY KEY ("adcode")
);

-- CreateTable
CREATE TABLE "Area" (
    "adcode" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provinceId" CHAR(6) NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Area_pkey" PRIMARY KEY ("adcode")
);

-- CreateTable
CREATE TABLE "Issuer" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameFull" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "tier" "IssuerTier" NOT NULL,
    "provinceId" CHAR(6),
    "areaId" CHAR(6),

    CONSTRAINT "Issuer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "River" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "basin" TEXT NOT NULL,

    CONSTRAINT "River_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiverSection" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "kind" "SectionKind" NOT NULL,
    "riverId" TEXT,
    "stationCode" TEXT,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "position" TEXT,
    "geometry" TEXT,

    CONSTRAINT "RiverSection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiverSectionProvince" (
    "sectionId" TEXT NOT NULL,
    "provinceId" CHAR(6) NOT NULL,

    CONSTRAINT "RiverSectionProvince_pkey" PRIMARY KEY ("sectionId","provinceId")
);

-- CreateTable
CREATE TABLE "DeploymentKind" (
    "code" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "termEn" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "isAsset" BOOLEAN NOT NULL,

    CONSTRAINT "DeploymentKind_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "published" TEXT,
    "bulletinId" TEXT,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Bulletin" (
    "id" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Bulletin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StageMark" (
    "id" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "kind" "MarkKind" NOT NULL,
    "stage" DECIMAL(7,2) NOT NULL,
    "datum" TEXT NOT NULL,
    "validFrom" DATE,
    "status" "MarkStatus" NOT NULL,
    "note" TEXT,
    "sourceId" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StageMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResponseAction" (
    "id" BIGSERIAL NOT NULL,
    "version" BIGINT NOT NULL,
    "issuerId" TEXT NOT NULL,
    "hazard" "Hazard" NOT NULL,
    "provinceId" CHAR(6) NOT NULL,
    "areaId" CHAR(6),
    "kind" "ActionKind" NOT NULL,
    "level" "ResponseLevel",
    "fromLevel" "ResponseLevel",
    "effectiveAt" TIMESTAMPTZ(3) NOT NULL,
    "precision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
    "certainty" "Certainty" NOT NULL DEFAULT 'STATED',
    "windowAfter" TIMESTAMPTZ(3),
    "windowBy" TIMESTAMPTZ(3),
    "reason" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedesId" BIGINT,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "ResponseAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StageReport" (
    "id" BIGSERIAL NOT NULL,
    "version" BIGINT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "status" "WaterStatus",
    "trend" "Trend",
    "stage" DECIMAL(7,2),
    "exceedance" DECIMAL(6,2),
    "exceeds" "MarkKind",
    "at" TIMESTAMPTZ(3) NOT NULL,
    "precision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
    "certainty" "Certainty" NOT NULL DEFAULT 'STATED',
    "note" TEXT,
    "reason" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedesId" BIGINT,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "StageReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deployment" (
    "id" BIGSERIAL NOT NULL,
    "version" BIGINT NOT NULL,
    "kindId" TEXT NOT NULL,
    "count" INTEGER,
    "unit" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "mission" TEXT NOT NULL,
    "certainty" "Certainty" NOT NULL DEFAULT 'STATED',
    "note" TEXT,
    "reason" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedesId" BIGINT,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "Deployment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeploymentPlace" (
    "id" BIGSERIAL NOT NULL,
    "deploymentId" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "provinceId" CHAR(6),
    "areaId" CHAR(6),
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "approximate" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "DeploymentPlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeploymentStatus" (
    "id" BIGSERIAL NOT NULL,
    "version" BIGINT NOT NULL,
    "deploymentId" BIGINT NOT NULL,
    "state" "DeploymentState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "precision" "TimePrecision" NOT NULL DEFAULT 'MINUTE',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "DeploymentStatus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" TEXT,
    "userName" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "outcome" "AuditOutcome" NOT NULL,
    "detail" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "provinces" TEXT[],
    "requestId" TEXT,
    "result" JSONB,
    "version" BIGINT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SystemVersion" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SystemVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "username" TEXT,
    "displayUsername" TEXT,
    "role" TEXT DEFAULT 'viewer',
    "banned" BOOLEAN DEFAULT false,
    "banReason" TEXT,
    "banExpires" TIMESTAMPTZ(3),
    "national" BOOLEAN NOT NULL DEFAULT false,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserProvince" (
    "userId" TEXT NOT NULL,
    "provinceId" CHAR(6) NOT NULL,

    CONSTRAINT "UserProvince_pkey" PRIMARY KEY ("userId","provinceId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "impersonatedBy" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Province_name_key" ON "Province"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Issuer_name_key" ON "Issuer"("name");

-- CreateIndex
CREATE UNIQUE INDEX "RiverSection_stationCode_key" ON "RiverSection"("stationCode");

-- CreateIndex
CREATE UNIQUE INDEX "DeploymentKind_term_key" ON "DeploymentKind"("term");

-- CreateIndex
CREATE UNIQUE INDEX "Bulletin_sha256_key" ON "Bulletin"("sha256");

-- CreateIndex
CREATE INDEX "StageMark_sectionId_kind_validFrom_idx" ON "StageMark"("sectionId", "kind", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "ResponseAction_supersedesId_key" ON "ResponseAction"("supersedesId");

-- CreateIndex
CREATE INDEX "track_state" ON "ResponseAction"("issuerId", "hazard", "provinceId", "areaId", "effectiveAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ResponseAction_version_idx" ON "ResponseAction"("version");

-- CreateIndex
CREATE UNIQUE INDEX "StageReport_supersedesId_key" ON "StageReport"("supersedesId");

-- CreateIndex
CREATE INDEX "section_state" ON "StageReport"("sectionId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "StageReport_version_idx" ON "StageReport"("version");

-- CreateIndex
CREATE UNIQUE INDEX "Deployment_supersedesId_key" ON "Deployment"("supersedesId");

-- CreateIndex
CREATE INDEX "Deployment_version_idx" ON "Deployment"("version");

-- CreateIndex
CREATE INDEX "DeploymentPlace_deploymentId_idx" ON "DeploymentPlace"("deploymentId");

-- CreateIndex
CREATE INDEX "DeploymentStatus_deploymentId_at_id_idx" ON "DeploymentStatus"("deploymentId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "DeploymentStatus_version_idx" ON "DeploymentStatus"("version");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_command_at_idx" ON "AuditEntry"("command", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- AddForeignKey
ALTER TABLE "Area" ADD CONSTRAINT "Area_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Province"("adcode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issuer" ADD CONSTRAINT "Issuer_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Province"("adcode") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issuer" ADD CONSTRAINT "Issuer_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("adcode") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiverSection" ADD CONSTRAINT "RiverSection_riverId_fkey" FOREIGN KEY ("riverId") REFERENCES "River"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiverSectionProvince" ADD CONSTRAINT "RiverSectionProvince_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "RiverSection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiverSectionProvince" ADD CONSTRAINT "RiverSectionProvince_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Province"("adcode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_bulletinId_fkey" FOREIGN KEY ("bulletinId") REFERENCES "Bulletin"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageMark" ADD CONSTRAINT "StageMark_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "RiverSection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageMark" ADD CONSTRAINT "StageMark_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseAction" ADD CONSTRAINT "ResponseAction_issuerId_fkey" FOREIGN KEY ("issuerId") REFERENCES "Issuer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseAction" ADD CONSTRAINT "ResponseAction_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Province"("adcode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseAction" ADD CONSTRAINT "ResponseAction_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("adcode") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseAction" ADD CONSTRAINT "ResponseAction_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "ResponseAction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseAction" ADD CONSTRAINT "ResponseAction_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageReport" ADD CONSTRAINT "StageReport_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "RiverSection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageReport" ADD CONSTRAINT "StageReport_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "StageReport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageReport" ADD CONSTRAINT "StageReport_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deployment" ADD CONSTRAINT "Deployment_kindId_fkey" FOREIGN KEY ("kindId") REFERENCES "DeploymentKind"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deployment" ADD CONSTRAINT "Deployment_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Deployment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deployment" ADD CONSTRAINT "Deployment_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeploymentPlace" ADD CONSTRAINT "DeploymentPlace_deploymentId_fkey" FOREIGN KEY ("deploymentId") REFERENCES "Deployment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeploymentPlace" ADD CONSTRAINT "DeploymentPlace_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Province"("adcode") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeploymentPlace" ADD CONSTRAINT "DeploymentPlace_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("adcode") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeploymentStatus" ADD CONSTRAINT "DeploymentStatus_deploymentId_fkey" FOREIGN KEY ("deploymentId") REFERENCES "Deployment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeploymentStatus" ADD CONSTRAINT "DeploymentStatus_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserProvince" ADD CONSTRAINT "UserProvince_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserProvince" ADD CONSTRAINT "UserProvince_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Province"("adcode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
