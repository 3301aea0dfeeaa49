"""What a child may cost and do: hostile tasks are planted in a module that only the child imports."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.errors import NamndsvarError, Reason, Refusal
from indexer.model import RawDocument
from indexer.readers import Reading

PLANTED = '''
import ctypes, os, resource, signal, socket, subprocess, sys, time, urllib.request
from pathlib import Path
from indexer.model import Block, RawDocument

def good(path):
    return RawDocument("text", (Block(path.read_text()),))

def by_name(path):
    """The file's name is the task."""
    return globals()[path.stem.split("-")[0]](path)

def hang(path):
    while True:
        time.sleep(60)

def spin(path):
    while True:
        pass

def hog(path):
    kept = []
    while True:
        kept.append(bytearray(100_000_000))

def native_hog(path):
    return good(path) if ctypes.CDLL(None).calloc(1, 3_000_000_000) else hog(path)

def segfault(path):
    ctypes.string_at(0)

def abort(path):
    os.abort()

def leave(path):
    os._exit(0)

def leave_politely(path):
    sys.exit(3)

def noise(path):
    os.write(1, b"garbage" * 100000)
    print("more")
    return good(path)

def connect(path):
    socket.create_connection(("127.0.0.1", 9), timeout=1)

def fetch(path):
    urllib.request.urlopen("http://example.test/")

def interfaces(path):
    names = [line.split(":")[0].strip() for line in Path("/proc/net/dev").read_text().splitlines()[2:]]
    return RawDocument("text", (Block(" ".join(names)),))

def start(path):
    subprocess.run(["true"])

def fork(path):
    os.fork()

def shell(path):
    os.system("true")

def write(path):
    (path.parent / "left-behind").write_text("x")

def delete(path):
    path.unlink()

def giant(path):
    return RawDocument("text", (Block("x" * 140_000_000),))

poisoned = False

def poison(path):
    global poisoned
    poisoned = True
    return good(path)

def innocent(path):
    return segfault(path) if poisoned else good(path)

def process(path):
    return RawDocument("text", (Block(str(os.getpid())),))

def stranger(path):
    return Path("/")

def recurse(path):
    return recurse(path)

def odd_error(path):
    raise KeyError("word/NULL")

def rights(path):
    kinds = ("RLIMIT_CORE", "RLIMIT_FSIZE", "RLIMIT_NOFILE")
    limits = [str(resource.getrlimit(getattr(resource, kind))[1]) for kind in kinds]
    return RawDocument("text", (Block(" ".join([*limits, str(os.getsid(0) == os.getpid())])),))
'''


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: Callable[..., None]) -> Callable[..., Path]:
    """Plant the tasks and make files that name them."""
    folder = tmp_path / "planted"
    folder.mkdir()
    (folder / "planted_tasks.py").write_text(PLANTED)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH")))))
    limits(read_seconds=2, read_memory_mb=300)

    def file(task: str) -> Path:
        path = tmp_path / f"{task}.txt"
        path.write_text(f"text of {task}")
        return path

    return file


def reading(workers: int = 1) -> Reading:
    return Reading(workers, task="planted_tasks:by_name")


@pytest.mark.parametrize(
    ("task", "reason", "told"),
    [
        ("hang", Reason.TIMED_OUT, "longer than 1"),
        ("spin", Reason.TIMED_OUT, "longer than 1"),
        ("hog", Reason.TOO_LARGE, "more than 300 MB"),
        ("native_hog", Reason.TOO_LARGE, "more than 300 MB"),
        ("segfault", Reason.DAMAGED, "Segmentation fault"),
        ("abort", Reason.DAMAGED, "Abort"),
        ("leave", Reason.DAMAGED, "exit status 0"),
        ("leave_politely", Reason.DAMAGED, "exit status 3"),
        ("connect", Reason.UNSAFE, "socket"),
        ("fetch", Reason.UNSAFE, "urllib.Request"),
        ("start", Reason.UNSAFE, "subprocess"),
        ("fork", Reason.UNSAFE, "fork"),
        ("shell", Reason.UNSAFE, "os.system"),
        ("write", Reason.UNSAFE, "for writing"),
        ("delete", Reason.UNSAFE, "os.remove"),
        ("giant", Reason.TOO_LARGE, "MB"),
        ("stranger", Reason.UNSAFE, "nonsense"),
        ("recurse", Reason.UNSAFE, "nested"),
        ("odd_error", Reason.DAMAGED, "KeyError"),
    ],
)
def test_a_hostile_task_loses_only_its_own_file(
    planted: Callable[..., Path], limits: Callable[..., None], task: str, reason: Reason, told: str
) -> None:
    limits(read_seconds=1 if reason is Reason.TIMED_OUT else 20)
    with reading() as files:
        assert files.read(planted("good-before")).blocks[0].text == "text of good-before"
        with pytest.raises(Refusal) as caught:
            files.read(planted(task))
        assert caught.value.reason is reason
        assert told in caught.value.detail
        assert files.read(planted("good-after")).blocks[0].text == "text of good-after"


def test_a_hung_file_is_given_up_in_time(planted: Callable[..., Path], limits: Callable[..., None]) -> None:
    limits(read_seconds=1)
    with reading() as files:
        files.read(planted("good"))
        begun = time.monotonic()
        with pytest.raises(Refusal):
            files.read(planted("hang"))
    assert time.monotonic() - begun < 10


def test_a_batch_keeps_its_order_whatever_happens_to_single_files(planted: Callable[..., Path]) -> None:
    tasks = ["good-1", "segfault", "good-2", "hog", "good-3", "hang", "good-4", "leave", "good-5"]
    with reading(workers=2) as files:
        results = list(files.read_all(planted(task) for task in tasks))
    assert [path.stem for path, _ in results] == tasks
    assert [path.stem for path, result in results if isinstance(result, RawDocument)] == [
        task for task in tasks if task.startswith("good")
    ]


def test_what_an_earlier_file_left_in_the_heap_does_not_lose_a_later_one(planted: Callable[..., Path]) -> None:
    with reading() as files:
        files.read(planted("poison"))
        assert files.read(planted("innocent")).blocks[0].text == "text of innocent"


def test_a_child_is_kept_from_file_to_file_and_replaced_when_it_is_old(
    planted: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.readers.reading.FILES_PER_CHILD", 2)
    with reading() as files:
        first, second, third = (files.read(planted("process")).blocks[0].text for _ in range(3))
    assert first == second != third


def test_a_vanished_file_is_one_refusal_in_the_batch(planted: Callable[..., Path], tmp_path: Path) -> None:
    with reading() as files:
        results = dict(files.read_all([planted("good"), tmp_path / "gone.txt"]))
    assert isinstance(results[tmp_path / "gone.txt"], Refusal)


def test_noise_on_standard_output_reaches_nobody(
    planted: Callable[..., Path], capfd: pytest.CaptureFixture[str]
) -> None:
    with reading() as files:
        assert files.read(planted("noise")).blocks[0].text == "text of noise"
    assert capfd.readouterr() == ("", "")


def test_the_child_has_its_own_session_and_hardly_any_rights(planted: Callable[..., Path]) -> None:
    with reading() as files:
        assert files.read(planted("rights")).blocks[0].text == "0 0 64 True"


@pytest.mark.skipif(not Path("/proc/net/dev").exists(), reason="needs /proc")
def test_the_child_sees_no_network_where_the_system_permits_it(planted: Callable[..., Path]) -> None:
    from indexer.readers import confine

    with reading() as files:
        seen = files.read(planted("interfaces")).blocks[0].text
    if seen != "lo":
        pytest.skip(f"the system does not permit namespaces ({seen}); the hook of {confine.__name__} alone holds")


def test_many_threads_may_share_one_reading(planted: Callable[..., Path]) -> None:
    paths = [planted(f"good-{number}") for number in range(24)]
    found: dict[str, str] = {}

    def some(mine: list[Path]) -> None:
        for path in mine:
            found[path.stem] = files.read(path).blocks[0].text

    with reading(workers=2) as files:
        threads = [threading.Thread(target=some, args=(paths[start::4],)) for start in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == {path.stem: f"text of {path.stem}" for path in paths}


def test_giving_up_a_batch_ends_its_children_at_once(planted: Callable[..., Path], limits: Callable[..., None]) -> None:
    limits(read_seconds=60)
    with reading(workers=2) as files:
        batch = files.read_all([planted("good"), planted("hang"), planted("hang-2")])
        next(batch)
        begun = time.monotonic()
        batch.close()  # type: ignore[attr-defined]  # read_all is a generator
    assert time.monotonic() - begun < 5


def test_a_child_that_cannot_start_is_an_error_of_ours_not_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    with Reading(task="no_such_module:read") as files, pytest.raises(NamndsvarError, match="no_such_module") as caught:
        files.read(tmp_path / "a.txt")
    assert not isinstance(caught.value, Refusal)
