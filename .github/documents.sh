#!/usr/bin/env bash
# What documents.yml does, in two steps, so that no program that reads pages has the token that may write:
#
#   documents.sh look FOLDER   fetches the pages that the specs name, checks them, and records their sentences as read
#   documents.sh tell FOLDER   opens, renews or closes one pull request by what was found (git, and gh with a token)
#
# The pull request's branch has the renewed locks and nothing else: hashes, no words of the vendor's. To merge it is to
# say that the report's sentences were read. Facts are never taken over; they stay findings until the specs say the same.
set -euo pipefail

branch=documents
bot="41898282+github-actions[bot]@users.noreply.github.com"
read -ra generator <<<"${GENERATOR:-.venv/bin/python -m generator}"
python=${PYTHON:-.venv/bin/python}
summary=${GITHUB_STEP_SUMMARY:-/dev/null}

# Runs a verb into a file; 0 and 1 are results, anything else ends the run.
result_of() {
  local file=$1 status=0
  shift
  "${generator[@]}" "$@" >"$file" || status=$?
  if [ "$status" -gt 1 ]; then
    cat "$file"
    exit "$status"
  fi
  return "$status"
}

look() {
  local folder=$1 state=clean pages
  mkdir -p "$folder/pages"
  if ! result_of "$folder/fetched.txt" docs fetch --output "$folder/pages"; then
    state=partly-clean
    echo "::warning::some pages could not be had; the log and the report say which and why"
  fi
  cat "$folder/fetched.txt"
  shopt -s nullglob
  pages=("$folder/pages"/*)
  if [ ${#pages[@]} -eq 0 ]; then
    echo "::error::no page could be had; save them from a browser and run 'docs check' on them"
    exit 1
  fi
  if ! result_of "$folder/report.md" docs check "${pages[@]}" --format markdown; then
    state=moved
    "${generator[@]}" docs accept "${pages[@]}"
  fi
  cat "$folder/report.md" >>"$summary"
  echo "$state" >"$folder/state"
  echo "documents: $state"
}

# The report, and before it what the pull request is; GitHub takes 65,536 characters.
write_body() {
  "$python" - "$1" <<'PYTHON'
import sys
from pathlib import Path

folder = Path(sys.argv[1])
report = (folder / "report.md").read_text("utf-8")
missed = [
    line for line in (folder / "fetched.txt").read_text("utf-8").splitlines()
    if line.startswith("not to be had")
]
if len(report) > 50_000:
    report = report[:50_000].rpartition("\n")[0] + "\n\n… the whole report stands in the run's summary\n"
parts = [
    "The vendor's pages and the specs no longer say the same.\n\n"
    "This branch records the sentences of the pages as read (`docs accept`), and nothing else: merge it when they were. "
    "Facts are not taken over. Correct the specs by the lines below, on this branch or on another, and run "
    "`make generate`; once pages and specs agree, this is closed by itself. While the branch has commits of "
    "somebody else, only this text is renewed.\n",
    report,
]
if missed:
    parts.append("Pages that could not be had this time:\n\n```text\n" + "\n".join(missed)[:10_000] + "\n```\n")
(folder / "body.md").write_text("\n".join(parts), "utf-8")
PYTHON
}

# The number of our own open pull request; a fork may have a branch of the same name.
open_request() {
  gh pr list --head "$branch" --base "$base" --state open --json number,isCrossRepository |
    "$python" -c 'import json, sys
print(next((one["number"] for one in json.load(sys.stdin) if not one["isCrossRepository"]), ""))'
}

is_ours_alone() {
  [ -z "$old" ] || [ -z "$(git log --format=%ae "$base_commit..$old" | grep -Fvx "$bot")" ]
}

push_locks() {
  git checkout --quiet --detach
  git add --all -- specs
  git -c user.name="github-actions[bot]" -c user.email="$bot" commit --quiet --allow-empty \
    --message "Take the sentences of the vendor's pages as read" \
    --message "Hashes of what docs check reported; facts are corrected by hand."
  if [ -n "$old" ] && [ "$(git rev-parse "$old^{tree}" "$old^")" = "$(git rev-parse "HEAD^{tree}" HEAD^)" ]; then
    echo "documents: the branch is as it was"
  else
    git push --quiet --force-with-lease="refs/heads/$branch:$old" origin "HEAD:refs/heads/$branch"
  fi
}

tell() {
  local folder=$1 state number old="" base_commit
  state=$(cat "$folder/state")
  base_commit=$(git rev-parse HEAD)
  number=$(open_request)
  if git fetch --quiet --no-tags origin "refs/heads/$branch" 2>/dev/null; then
    old=$(git rev-parse FETCH_HEAD)
  fi
  case $state in
    moved)
      write_body "$folder"
      if [ -z "$number" ]; then
        push_locks
        gh pr create --head "$branch" --base "$base" --title "The vendor's pages moved" --body-file "$folder/body.md"
      else
        if is_ours_alone; then push_locks; else echo "documents: somebody works on the branch; it is left alone"; fi
        gh api --silent --method PATCH "repos/{owner}/{repo}/pulls/$number" --field "body=@$folder/body.md"
        echo "documents: renewed pull request $number"
      fi
      ;;
    clean)
      if [ -n "$number" ] && ! is_ours_alone; then
        echo "documents: pages and specs agree; somebody works on the branch, so pull request $number stays open"
      elif [ -n "$number" ]; then
        gh pr close "$number" --comment "The vendor's pages and the specs say the same again."
        git push --quiet --force-with-lease="refs/heads/$branch:$old" origin ":refs/heads/$branch"
      fi
      ;;
    partly-clean)
      echo "documents: what could be had is as the specs say; the rest is not known, so nothing is closed"
      ;;
  esac
}

base=${BASE:-main}
case "${1-} $#" in
  "look 2") look "$2" ;;
  "tell 2") tell "$2" ;;
  *) sed -n '4,5s/^# *//p' "$0"; exit 2 ;;
esac
