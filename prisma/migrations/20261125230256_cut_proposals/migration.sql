-- Places cut off and dangers on dikes that a bulletin states.
ALTER TYPE "ProposalKind" ADD VALUE 'OUTAGE';
ALTER TYPE "ProposalKind" ADD VALUE 'DANGER';
