"""The weekly look at the vendor's pages: with git, a repository on disk and a stand-in for gh."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / ".github/documents.sh"
WORKFLOW = ROOT / ".github/workflows/documents.yml"
GH = '''\
#!{python}
"""gh as far as the script uses it: pull requests are a file of JSON."""
import json, os, sys
from pathlib import Path

store = Path(os.environ["FAKE_STORE"])
requests = json.loads(store.read_text())
verb, arguments = " ".join(sys.argv[1:3]), sys.argv[3:]
given = dict(zip(arguments, arguments[1:]))
if verb == "pr list":
    assert given["--state"] == "open" and given["--json"] == "number,isCrossRepository"
    wanted = given["--head"], given["--base"], True
    shown = [one for one in requests if (one["head"], one["base"], one["open"]) == wanted]
    print(json.dumps(shown))
elif verb == "pr create":
    body = Path(given["--body-file"]).read_text("utf-8")
    new = {{"head": given["--head"], "base": given["--base"], "title": given["--title"]}}
    new |= {{"number": len(requests) + 1, "open": True, "isCrossRepository": False}}
    requests.append({{**new, "body": body}})
elif verb == "pr close":
    (one,) = [one for one in requests if str(one["number"]) == arguments[0]]
    one.update(open=False, comment=given["--comment"])
elif verb == "api --silent" and given["--method"] == "PATCH":
    address = next(one for one in arguments if one.startswith("repos/"))
    assert address.startswith("repos/{{owner}}/{{repo}}/pulls/"), address
    (one,) = [one for one in requests if str(one["number"]) == address.rpartition("/")[2]]
    key, _, value = given["--field"].partition("=@")
    one[key] = Path(value).read_text("utf-8")
else:
    sys.exit(f"gh does not know {{sys.argv[1:]}}")
store.write_text(json.dumps(requests))
'''
GENERATOR = '''\
"""The generator as far as the script uses it; what it finds stands in a file of JSON."""
import json, os, sys
from pathlib import Path

world = json.loads(Path(os.environ["FAKE_WORLD"]).read_text())
assert "GH_TOKEN" not in os.environ
verb, arguments = " ".join(sys.argv[1:3]), sys.argv[3:]
if verb == "docs fetch":
    for name in world["pages"]:
        Path(arguments[arguments.index("--output") + 1], name).write_text("page")
    for name in world["missed"]:
        print(f"not to be had: https://docs.example.com/{name}: the site asks for a human")
    sys.exit(world.get("fetch", 1 if world["missed"] else 0))
pages = [one for one in arguments if not one.startswith("-") and one != "markdown"]
assert [Path(one).name for one in pages] == world["pages"]
if verb == "docs check":
    assert arguments[-2:] == ["--format", "markdown"]
    print(world["report"])
    sys.exit(world.get("check", 1 if world["report"] else 0))
if verb == "docs accept":
    Path("specs/_locks").mkdir(exist_ok=True)
    Path("specs/_locks/1.lock").write_text(world["lock"])
    sys.exit(world.get("accept", 0))
sys.exit(f"no such verb: {sys.argv[1:]}")
'''


def git(folder: Path, *arguments: str) -> str:
    """Run git as nobody in particular, and with no settings of this machine."""
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, env=quiet()
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def quiet() -> dict[str, str]:
    """Return this process's environment without what git or a runner would take from it."""
    ours = {
        key: one
        for key, one in os.environ.items()
        if not key.startswith(("GIT_", "GITHUB_", "GH_"))
    }
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return {**ours, **nowhere, "GIT_TERMINAL_PROMPT": "0"}


@dataclass(frozen=True)
class Repository:
    """A repository on disk that stands for the one on GitHub, and what the generator will find."""

    folder: Path

    @property
    def origin(self) -> Path:
        return self.folder / "origin.git"

    @property
    def requests(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads((self.folder / "requests.json").read_text())
        return found

    def add_request(self, **request: Any) -> None:
        (self.folder / "requests.json").write_text(json.dumps([*self.requests, request]))

    def run(self, step: str, checkout: Path, **environment: str) -> tuple[int, str]:
        """Run a step of the workflow in a checkout."""
        env = {
            **quiet(),
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "FAKE_STORE": str(self.folder / "requests.json"),
            "FAKE_WORLD": str(self.folder / "world.json"),
            "GENERATOR": shlex.join([sys.executable, str(self.folder / "generator.py")]),
            "PYTHON": sys.executable,
            **environment,
        }
        done = subprocess.run(
            ["bash", str(SCRIPT), step, "build/documents"],
            cwd=checkout,
            env=env,
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout + done.stderr

    def week(
        self,
        report: str = "",
        missed: tuple[str, ...] = (),
        pages: tuple[str, ...] = ("1.md", "2.html"),
        lock: str = "hashes",
        **codes: int,
    ) -> str:
        """Do what the workflow does in a week, in a fresh clone; return what it printed."""
        world = {"pages": pages, "missed": missed, "report": report, "lock": lock, **codes}
        (self.folder / "world.json").write_text(json.dumps(world))
        checkout = self.folder / "checkout"
        shutil.rmtree(checkout, ignore_errors=True)
        git(self.folder, "clone", "-q", str(self.origin), str(checkout))
        code, said = self.run("look", checkout)
        assert code == 0, said
        code, more = self.run("tell", checkout, GH_TOKEN="token", BASE="main")
        assert code == 0, more
        return said + more

    def branches(self) -> set[str]:
        return set(git(self.origin, "branch", "--format=%(refname:short)").splitlines())

    def files(self, branch: str) -> list[str]:
        """Return what a branch changes."""
        return git(self.origin, "diff", "--name-only", f"main...{branch}").splitlines()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(made.origin))
    work = tmp_path / "work"
    git(tmp_path, "clone", "-q", str(made.origin), str(work))
    (work / "specs").mkdir()
    (work / "specs" / "a.yaml").write_text("a: 1\n")
    (work / ".gitignore").write_text("build/\n")
    git(work, "add", "-A")
    git(work, "commit", "-qm", "Begin")
    git(work, "push", "-q", "origin", "HEAD:main")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH.format(python=sys.executable))
    (tmp_path / "bin" / "gh").chmod(0o755)
    (tmp_path / "generator.py").write_text(GENERATOR)
    (tmp_path / "requests.json").write_text("[]")
    return made


def test_a_first_finding_opens_a_pull_request_with_the_report_and_the_locks(
    repository: Repository,
) -> None:
    repository.week("## send\n- `limit` is 50 now")
    (request,) = repository.requests
    assert (request["head"], request["base"], request["open"]) == ("documents", "main", True)
    assert "## send\n- `limit` is 50 now" in request["body"]
    assert repository.files("documents") == ["specs/_locks/1.lock"]


def test_facts_alone_open_a_pull_request_too(repository: Repository) -> None:
    (repository.folder / "work/specs/_locks").mkdir()
    (repository.folder / "work/specs/_locks/1.lock").write_text("hashes")
    git(repository.folder / "work", "add", "-A")
    git(repository.folder / "work", "commit", "-qm", "Accept")
    git(repository.folder / "work", "push", "-q", "origin", "HEAD:main")
    repository.week("a fact")
    assert len(repository.requests) == 1
    assert repository.files("documents") == []
    assert git(repository.origin, "rev-list", "--count", "main..documents") == "1"


def test_a_second_finding_renews_the_same_pull_request(repository: Repository) -> None:
    repository.week("first", lock="1")
    repository.week("second", lock="2")
    (request,) = repository.requests
    assert "second" in request["body"]
    assert "first" not in request["body"]
    assert git(repository.origin, "show", "documents:specs/_locks/1.lock") == "2"
    assert git(repository.origin, "rev-list", "--count", "main..documents") == "1"


def test_the_same_finding_leaves_the_branch_as_it_is(repository: Repository) -> None:
    repository.week("same")
    before = git(repository.origin, "rev-parse", "documents")
    assert "the branch is as it was" in repository.week("same")
    assert git(repository.origin, "rev-parse", "documents") == before


def test_a_branch_behind_main_is_put_onto_it(repository: Repository) -> None:
    repository.week("same")
    work = repository.folder / "work"
    (work / "specs" / "b.yaml").write_text("b: 1\n")
    git(work, "add", "-A")
    git(work, "commit", "-qm", "Go on")
    git(work, "push", "-q", "origin", "HEAD:main")
    repository.week("same")
    main = git(repository.origin, "rev-parse", "main")
    assert git(repository.origin, "rev-parse", "documents^") == main


def test_nothing_moved_does_nothing(repository: Repository) -> None:
    repository.week()
    assert repository.requests == []
    assert repository.branches() == {"main"}


def test_what_moved_back_closes_the_pull_request(repository: Repository) -> None:
    repository.week("moved")
    repository.week()
    (request,) = repository.requests
    assert not request["open"]
    assert "say the same again" in request["comment"]
    assert repository.branches() == {"main"}


def test_a_new_finding_after_that_opens_another(repository: Repository) -> None:
    for report in ("moved", "", "moved again"):
        repository.week(report)
    assert [one["open"] for one in repository.requests] == [False, True]


def test_nothing_is_closed_while_pages_are_missing(repository: Repository) -> None:
    repository.week("moved")
    said = repository.week(missed=("2",), pages=("1.md",))
    assert "::warning::" in said
    assert repository.requests[0]["open"]
    assert repository.branches() == {"main", "documents"}


def test_pages_that_could_not_be_had_stand_in_the_pull_request(repository: Repository) -> None:
    repository.week("moved", missed=("2",), pages=("1.md",))
    assert "https://docs.example.com/2: the site asks for a human" in repository.requests[0]["body"]


def test_a_branch_that_somebody_works_on_is_left_alone(repository: Repository) -> None:
    repository.week("first")
    work = repository.folder / "work"
    git(work, "fetch", "-q")
    git(work, "checkout", "-q", "-b", "documents", "origin/documents")
    (work / "specs" / "a.yaml").write_text("a: 2\n")
    git(work, "commit", "-qam", "Correct a fact")
    git(work, "push", "-q", "origin", "documents")
    theirs = git(work, "rev-parse", "HEAD")
    said = repository.week("second", lock="2")
    assert "it is left alone" in said
    assert git(repository.origin, "rev-parse", "documents") == theirs
    assert "second" in repository.requests[0]["body"]
    assert "stays open" in repository.week()
    assert repository.requests[0]["open"]
    assert git(repository.origin, "rev-parse", "documents") == theirs


def test_a_pull_request_of_a_fork_is_none_of_ours(repository: Repository) -> None:
    fork = {"number": 1, "head": "documents", "base": "main", "body": "theirs", "open": True}
    repository.add_request(**fork, isCrossRepository=True)
    repository.week("moved")
    repository.week()
    theirs, ours = repository.requests
    assert (theirs["open"], theirs["body"], ours["open"]) == (True, "theirs", False)


def test_a_report_that_is_too_long_for_github_is_cut_and_says_so(repository: Repository) -> None:
    repository.week("客户群\n" * 30_000)
    body = repository.requests[0]["body"]
    assert len(body) < 65_536
    assert "the whole report stands in the run's summary" in body


@pytest.mark.parametrize(
    ("world", "said"),
    [
        ({"pages": [], "missed": ["1"]}, "::error::no page could be had"),
        ({"fetch": 2}, ""),
        ({"check": 2, "report": "bad spec"}, "bad spec"),
        ({"report": "moved", "accept": 2}, ""),
    ],
    ids=["no page", "fetch", "check", "accept"],
)
def test_what_could_not_be_looked_at_is_a_failed_run(
    repository: Repository, world: dict[str, Any], said: str
) -> None:
    whole = {"pages": ["1.md"], "missed": [], "report": "", "lock": "", **world}
    (repository.folder / "world.json").write_text(json.dumps(whole))
    code, printed = repository.run("look", repository.folder / "work")
    assert code not in (0, 127)
    assert said in printed
    assert not (repository.folder / "work/build/documents/state").exists()


def test_the_report_is_the_summary_of_the_run(repository: Repository) -> None:
    world = {"pages": ["1.md"], "missed": [], "report": "# moved", "lock": ""}
    (repository.folder / "world.json").write_text(json.dumps(world))
    summary = repository.folder / "summary.md"
    repository.run("look", repository.folder / "work", GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text() == "# moved\n"


def test_the_token_is_given_to_the_step_that_tells_and_to_no_other() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "write", "pull-requests": "write"}
    runs = {step.get("run", step.get("uses")): step for step in job["steps"]}
    with_token = [run for run, step in runs.items() if "github.token" in json.dumps(step)]
    assert [run.split()[-3:] for run in with_token] == [
        [".github/documents.sh", "tell", "build/documents"]
    ]
    (checkout,) = [step for run, step in runs.items() if run.startswith("actions/checkout")]
    assert checkout["with"] == {"persist-credentials": False, "fetch-depth": 0}
    assert {"schedule", "workflow_dispatch"} == workflow[True].keys()  # YAML reads `on` so
    assert workflow["concurrency"]["group"]


def test_the_steps_of_the_workflow_are_steps_of_the_script() -> None:
    done = subprocess.run(["bash", str(SCRIPT)], capture_output=True, text=True)
    assert done.returncode == 2
    for step in ("look", "tell"):
        assert f"documents.sh {step} FOLDER" in done.stdout
        assert f"documents.sh {step} build/documents" in WORKFLOW.read_text("utf-8")


def test_the_verbs_that_the_script_runs_are_verbs_of_the_generator(
    capsys: pytest.CaptureFixture[str],
) -> None:
    commands = re.findall(
        r"^ .*(docs (?:fetch|check|accept) [-\"][^;\n]*)", SCRIPT.read_text("utf-8"), re.M
    )
    assert len(commands) == 3
    for command in commands:
        shown = command.replace('"${pages[@]}"', "a.md b.md").replace('"$folder/pages"', "pages")
        with pytest.raises(SystemExit) as end:
            main([*shlex.split(shown), "--help"])
        assert end.value.code == 0, capsys.readouterr().err
