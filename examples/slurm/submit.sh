#!/bin/bash
# Makes a class set on a Slurm cluster and waits for it:
#   submit.sh 4 roster.csv --chapters pool-price --seed 2026-spring --out class
# The first argument is the number of parts, the rest is passed to `reckoner class`. AT_ONCE=2 runs at most two parts at a time.
# Exit code 0: the set is finished. 1: the merge did not end well; the files class-*.log say why.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
parts=${1:?number of parts}
part_job=$(sbatch --parsable --array="1-$parts${AT_ONCE:+%$AT_ONCE}" "$here/part.sbatch" "$@")
part_job=${part_job%%;*}
shift
# If a part fails, the merge is removed from the queue instead of waiting for ever.
merge_job=$(sbatch --parsable --dependency="afterok:$part_job" --kill-on-invalid-dep=yes "$here/merge.sbatch" "$@")
merge_job=${merge_job%%;*}
echo "parts: job $part_job, merge: job $merge_job"

# `sbatch --wait` would look at longer and longer intervals.
while [ -n "$(squeue --noheader --format=%i --jobs="$part_job,$merge_job" 2>/dev/null)" ]; do sleep "${POLL_SECONDS:-1}"; done
state=$(scontrol --oneliner show job "$merge_job" | grep -o 'JobState=[A-Z_]*')
echo "merge: ${state#JobState=}"
[ "$state" = JobState=COMPLETED ]
