"""The verb ``read``: files, folders, archives and studies become one study."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

import pandas as pd

from qualcode.errors import InputError, MisuseError, Problem
from qualcode.reading import archives, formats
from qualcode.reading.agendas.questions import GUIDE_NAMES, Guide, known_questions, load_guide
from qualcode.reading.agendas.wordings import merge_wordings
from qualcode.reading.assembly import Hints, assemble
from qualcode.reading.codebooks import load_codebook
from qualcode.reading.copies import Copies, in_order, repeated
from qualcode.reading.drafts import Draft
from qualcode.reading.folders import is_study, read_folder
from qualcode.reading.geography.greetings import opening_gmina
from qualcode.reading.layout import fold
from qualcode.reading.metadata import (
    META_NAMES,
    MetaTable,
    completed,
    key_of,
    path_entries,
    read_meta,
)
from qualcode.reading.refusals import nothing, unreadable
from qualcode.reading.studies import (
    RESULTS,
    add_study,
    free_name,
    meant,
    read_studies,
    study_folders,
)
from qualcode.reading.tables.gminas import by_gmina
from qualcode.reading.voices.people import PEOPLE_NAMES, People, read_people
from qualcode.study import SEGMENTS, Codebook, Study, Transcript, frame
from qualcode.wording import listed, quoted, suggestion

_IGNORED = (".", "~$")  # hidden files and Word's lock files
_BESIDES = (*META_NAMES, *PEOPLE_NAMES, *GUIDE_NAMES, "codebook.yaml", "study.toml")


@dataclass(frozen=True)
class _Source:
    """A file to read: where it lies, how the user knows it, the names that may tell of it, the top."""

    path: Path
    place: str
    names: PurePath
    top: Path

    @property
    def folders(self) -> list[Path]:
        """Return the folders whose tables may speak of the file, the nearest first."""
        around = [self.path.parent, *self.path.parent.parents]
        return around[: around.index(self.top) + 1] if self.top in around else around[:1]


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    codebook: str | Path | Codebook | None = None,
    facilitator: str | Iterable[str] | None = None,
    questions: str | Path | Iterable[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Study:
    """Read transcripts.

    Parameters
    ----------
    paths : str, Path or iterable of them
        Files, folders (searched through), ZIP archives, studies written by qualcode, or folders
        of results of :func:`qualcode.analyse`, which stand for the study in them.
    codebook : str, Path or Codebook, optional
        Default: the study's own, else ``"cus"``.
    facilitator : str or iterable of str, optional
        Who leads, as named in the transcripts; ``()`` when nobody does. Default: whoever the
        labels name, else recognised with a stated confidence.
    questions : str, Path or iterable of str, optional
        The discussion guide: a file with a question a line, or the questions. Default:
        ``pytania.txt`` beside the transcripts, else the shipped guide.
    progress : callable, optional
        Called with (files done, files in all).

    Returns
    -------
    Study
        ``segments`` has a row per turn; bad files are skipped and noted in ``problems``.

    Raises
    ------
    MisuseError
        When a path does not exist, or nobody bears the facilitator's name.
    InputError
        When nothing could be read.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    chosen = [meant(Path(path)) for path in given]
    for path in chosen:
        if not path.exists():
            raise MisuseError(f"Nie ma pliku ani folderu {quoted(str(path))}; sprawdź ścieżkę.")
    if len(chosen) == 1 and chosen[0].is_dir() and is_study(chosen[0]):
        if facilitator is not None or questions is not None:
            raise MisuseError(
                f"{quoted(str(chosen[0]))} to badanie już wczytane: prowadzącą osobę i pytania podaje "
                "się razem z samymi transkrypcjami."
            )
        return read_folder(chosen[0], codebook)
    names = [facilitator] if isinstance(facilitator, str) else facilitator
    wanted = None if names is None else tuple(names)
    guide = None if questions is None else load_guide(questions)
    studies = list(dict.fromkeys(folder for path in chosen for folder in study_folders(path)))
    known = read_studies(studies, codebook)
    own = known.codebook if known is not None and codebook is None else None
    study = Study(own or load_codebook(codebook or "cus"), about=_about(chosen))
    with tempfile.TemporaryDirectory(prefix="qualcode-") as private:
        reading = _Reading(wanted, guide, known)
        sources = reading.sources(chosen, Path(private), studies)
        for done, source in enumerate(sources, 1):
            reading.take(source)
            if progress:
                progress(done, len(sources))
    return reading.study(study, chosen)


class _Reading:
    """Gathers transcripts, turns and problems, file by file."""

    def __init__(
        self, facilitator: tuple[str, ...] | None, guide: Guide | None, known: Study | None
    ) -> None:
        self.known = known
        self.taken = [] if known is None else [item.id for item in known.transcripts]
        self.facilitator = facilitator
        self.folded = None if facilitator is None else frozenset(map(fold, facilitator))
        self.guide = guide
        self.formats = formats.by_suffix()
        self.transcripts: dict[str, Transcript] = {}
        self.rows: list[dict[str, object]] = []
        self.problems: list[Problem] = []
        self.metas: dict[Path, MetaTable] = {}
        self.used: dict[Path, set[str]] = {}
        self.people: dict[Path, People] = {}
        self.guides: dict[Path, Guide | None] = {}
        self.copies = Copies()
        self.files: dict[str, str] = {}  # transcript → the file it was read from
        self.asked_by: dict[str, Guide] = {}  # transcript → the guide it was read with

    def sources(self, chosen: list[Path], private: Path, studies: list[Path]) -> list[_Source]:
        """Return all files outside studies, folders searched and archives unfolded, in order."""
        found: list[_Source] = []
        for path in chosen:
            for source in _files(path):
                if any(source.path.is_relative_to(folder) for folder in studies):
                    continue
                if source.path.suffix.lower() != archives.SUFFIX:
                    found.append(source)
                    continue
                target = private / str(len(list(private.iterdir())))
                target.mkdir()
                try:
                    self.problems += archives.unfold(source.path, target)
                except InputError as error:
                    self.problems.append(Problem(source.place, f"{error}.", skipped=True))
                    continue
                found += [
                    replace(
                        inner,
                        place=f"{source.place}/{inner.names}",
                        names=source.names / inner.names,
                    )
                    for inner in _files(target, nameless=True)
                ]
        return list({source.path: source for source in found}.values())

    def take(self, source: _Source) -> None:
        """Read one file; what goes wrong is noted."""
        module = self.formats.get(source.path.suffix.lower())
        if module is None:
            sentence = unreadable(source.path.suffix.lower(), self.formats)
            self.problems.append(Problem(source.place, sentence, skipped=True))
            return
        for folder in source.folders:
            self._look_around(folder)
        try:
            draft = module.draft(source.path)
        except InputError as error:
            self.problems.append(Problem(source.place, f"{error}.", skipped=True))
            return
        except (PermissionError, FileNotFoundError):
            sentence = "nie wolno otworzyć tego pliku; zamknij go w innych programach."
            self.problems.append(Problem(source.place, sentence, skipped=True))
            return
        except (RecursionError, MemoryError):
            sentence = "plik jest zbyt zagnieżdżony albo za duży; zapisz go jako zwykły tekst."
            self.problems.append(Problem(source.place, sentence, skipped=True))
            return
        words = sum(len(block.text.split()) for block in draft.blocks)
        told = {**path_entries(source.names), **self._entries(source)}
        again = self.copies.note(source.path, source.place, told, words)
        self.problems += [again] if again else []
        if again and again.skipped:
            return
        for gmina, part in by_gmina(draft, source.place):
            self._put_together(source, gmina, part)

    def _put_together(self, source: _Source, gmina: str, draft: Draft) -> None:
        """Make a transcript of a draft; a gmina is named when a file holds several."""
        stem = source.path.stem.removesuffix(".transcript").removesuffix(".cc") or source.path.stem
        stem = f"{stem}_{gmina.replace(' ', '_')}" if gmina else stem
        name = free_name(stem, source.path.parent.name, [*self.taken, *self.transcripts])
        hints = self._hints(source)
        transcript, turns, noted = assemble(name, draft, hints)
        if not turns:
            sentence = "nie znaleziono ani jednej wypowiedzi; sprawdź, czy to właściwy plik."
            self.problems.append(Problem(source.place, sentence, skipped=True))
            return
        meta = {**path_entries(source.names), **transcript.meta, **self._entries(source)}
        if gmina:  # a row knows it better than what is said of the whole file
            meta["gmina"] = gmina
        if not meta.get("gmina"):
            heard, told = opening_gmina(name, turns)
            meta, noted = {**meta, **heard}, [*noted, *told]
        self.files[name] = source.place
        self.transcripts[name] = replace(transcript, meta=completed(meta))
        self.asked_by[name] = known_questions() if hints.guide is None else hints.guide
        self.rows += turns
        self.problems += noted

    def _hints(self, source: _Source) -> Hints:
        people = [self.people[folder] for folder in source.folders if self.people[folder].rows]
        guides = [self.guides[folder] for folder in source.folders if self.guides[folder]]
        guide = self.guide or (guides[0] if guides else None)
        return Hints(self.folded, guide, people[0] if people else People())

    def _entries(self, source: _Source) -> dict[str, str]:
        """Return the rows of the tables that speak of a file, the nearest winning."""
        key = key_of(source.path.name)
        entries: dict[str, str] = {}
        for folder in reversed(source.folders):
            self.used[folder].add(key)
            entries.update(self.metas[folder].entries.get(key, {}))
        return entries

    def _look_around(self, folder: Path) -> None:
        """Read what lies in a folder: meta.csv, speakers.csv, the guide; each folder once."""
        if folder in self.metas:
            return
        self.metas[folder], noted = read_meta(folder)
        self.people[folder], more = read_people(folder)
        self.used[folder] = set()
        self.guides[folder] = None
        self.problems += [*noted, *more]
        for name in GUIDE_NAMES:
            if self.guide is None and (folder / name).is_file():
                try:
                    self.guides[folder] = load_guide(folder / name)
                except InputError as error:
                    self.problems.append(Problem(name, str(error)))
                break

    def study(self, study: Study, chosen: list[Path]) -> Study:
        """Return the study of all that was read.

        Raises
        ------
        MisuseError
            When nobody bears the facilitator's name.
        InputError
            When nothing was read.
        """
        for folder, table in self.metas.items():
            self.problems += table.unmatched(self.used[folder], folder.name)
            self.problems += self.people[folder].unmet()
        if not self.transcripts and self.known is None:
            raise nothing(chosen, self.problems)
        self._merge_questions()
        self._note_gminas()
        data = pd.DataFrame(self.rows, columns=[column.name for column in SEGMENTS])
        self._check_facilitator(data)
        self._note_repeated(data)
        read = study.with_(
            transcripts=tuple(self.transcripts.values()), segments=frame(SEGMENTS, data)
        ).with_problems(self.problems)
        if self.known is None:
            return read
        return add_study(self.known.with_(about=study.about, codebook=study.codebook), read)

    def _note_repeated(self, data: pd.DataFrame) -> None:
        """Tell which meetings were read twice, from two files or from a study and a file."""
        before = [] if self.known is None else [self.known.segments]
        files = {name: name for name in self.taken} | self.files
        told = repeated(pd.concat([*before, data]) if before else data, files)
        read = set(self.files.values())
        self.problems += [problem for problem in told if problem.place in read]

    def _note_gminas(self) -> None:
        """Tell which transcripts have no gmina where others do."""
        before = () if self.known is None else self.known.transcripts
        lost = [name for name, item in self.transcripts.items() if not item.meta.get("gmina")]
        if all(not item.meta.get("gmina") for item in (*before, *self.transcripts.values())):
            return
        self.problems += [
            Problem(
                name,
                "nie znaleziono nazwy gminy, więc wypowiedzi z tego spotkania nie wchodzą do "
                "zestawień według gmin; dopisz jej nazwę w pliku meta.csv z kolumnami „plik” i „gmina”.",
            )
            for name in lost
        ]

    def _merge_questions(self) -> None:
        """Give one question the same words in all transcripts, so that tables line up."""
        asked: dict[str, set[str]] = {}
        for row in self.rows:
            asked.setdefault(str(row["transcript"]), set()).add(str(row["question"]))
        changed, noted = merge_wordings(asked, self.asked_by)
        for row in self.rows:
            place = str(row["transcript"]), str(row["question"])
            row["question"] = changed.get(place, place[1])
        self.problems += noted

    def _check_facilitator(self, data: pd.DataFrame) -> None:
        speakers = sorted({str(name) for name in data["speaker"] if name})
        known = set(map(fold, speakers))
        for name in self.facilitator or ():
            if fold(name) not in known:
                few = listed(speakers[:12]) + (" i inni" if len(speakers) > 12 else "")
                raise MisuseError(
                    f"W transkrypcjach nie ma mówcy {quoted(name)}; są: {few or 'żadni'}."
                    f"{suggestion(name, speakers)}"
                )


def _about(paths: list[Path]) -> dict[str, str]:
    names = [path.stem if path.is_file() else path.resolve().name for path in paths]
    return {"title": listed(names)}


def _files(path: Path, *, nameless: bool = False) -> list[_Source]:
    """Return the files of a path in alphabetical order, without hidden ones and results."""
    if not path.is_dir():
        return [_Source(path, path.name, PurePath(path.name), path.parent)]
    top = PurePath() if nameless else PurePath(path.resolve().name)
    found = []
    for item in sorted(path.rglob("*"), key=in_order):
        inside = item.relative_to(path)
        hidden = any(part.startswith(_IGNORED) for part in inside.parts)
        if hidden or item.name.lower() in _BESIDES or not item.is_file():
            continue
        folders = [path.joinpath(*inside.parts[:n]) for n in range(len(inside.parts))]
        if any((folder / RESULTS).is_file() for folder in folders):
            continue
        found.append(_Source(item, inside.as_posix(), top / inside, path))
    return found
