"""The page, the README and the samples run: as written, with a library put where compile keeps it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gatedsl import compiling

ROOT = Path(os.environ["GATEDSL_REPOSITORY"])
SAMPLE = ROOT / "samples" / "Python"


def keep(declaration):
    """Puts the library under test where compile looks for that of a declaration."""
    files = compiling._files(declaration)
    name = compiling._project_name(files[0])
    folder = compiling._cache() / f"{name.lower()}-{compiling._key(files, name, compiling.PACKAGE_VERSION)}"
    place = folder / (name.lower() + compiling._extension())
    if not place.exists():  # a library that is loaded must not be written into
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(os.environ["GATEDSL_LIBRARY"], place)


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def plain(code):
    """Code without comments and white space."""
    return re.sub(r"\s+", "", re.sub(r"//[^\n]*", "", code))


@pytest.mark.parametrize("page", ["docs/python.md", "src/python/README.md"])
def test_the_snippets_of_a_page_run_in_order(page, tmp_path, monkeypatch, capsys):
    pytest.importorskip("matplotlib")
    monkeypatch.chdir(tmp_path)
    declared = blocks(ROOT / "docs" / "python.md", "csharp")[0]
    assert plain(declared) == plain((SAMPLE / "ThreeContexts.cs").read_text(encoding="utf-8")), "the page declares another network than the sample"
    Path("ThreeContexts.cs").write_text(declared, encoding="utf-8")
    keep("ThreeContexts.cs")
    code = blocks(ROOT / page, "python")
    assert code
    names = {}
    for block in code:
        exec(compile(block, page, "exec"), names)
    if page == "docs/python.md":
        assert Path("losses.png").stat().st_size > 10_000
        said = "".join(capsys.readouterr().out.splitlines()[-4:])
        assert "item" in said and "7" in said, "the page promises argument and bound"


def test_the_script_of_the_sample_runs(tmp_path):
    pytest.importorskip("matplotlib")
    keep(SAMPLE / "ThreeContexts.cs")
    said = subprocess.run([sys.executable, SAMPLE / "figure4.py", tmp_path / "figure4.png"], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    shares = [float(share) for share in re.findall(r"([\d.]+)%", said.stdout)]
    assert len(shares) == 2 and shares[0] < 2 and shares[1] < 10
    assert (tmp_path / "figure4.png").stat().st_size > 10_000


def test_the_notebook_of_the_sample_runs_and_shows_what_it_computed(tmp_path, monkeypatch, capsys):
    pytest.importorskip("matplotlib")
    for file in ("ThreeContexts.cs",):
        shutil.copy(SAMPLE / file, tmp_path)
    monkeypatch.chdir(tmp_path)
    keep("ThreeContexts.cs")
    notebook = json.loads((SAMPLE / "figure4.ipynb").read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    user = [line for cell in cells for line in "".join(cell["source"]).splitlines() if line.strip() and not line.startswith(("import ", "from ", "%", "#"))]
    assert len(user) <= 15, "the promise is fifteen lines"
    names = {}
    for number, cell in enumerate(cells, 1):
        assert cell["execution_count"] == number
        exec(compile("".join(line for line in cell["source"] if not line.startswith("%")), f"cell {number}", "exec"), names)
        printed = "".join("".join(output.get("text", "")) for output in cell["outputs"] if output["output_type"] == "stream")
        assert capsys.readouterr().out == printed, f"cell {number} prints something else than the notebook shows"
    shown = [output for cell in cells for output in cell["outputs"] if "image/png" in output.get("data", {})]
    assert shown, "the notebook shows no figure"


def test_gates_recorded_from_pytorch_are_identified(tmp_path):
    keep(SAMPLE / "ThreeContexts.cs")
    for file in ("ThreeContexts.cs", "recorded_gates.py", "three_contexts.npz", "relu_recording.npz"):
        shutil.copy(SAMPLE / file, tmp_path)
    keep(tmp_path / "ThreeContexts.cs")
    tool = ROOT / "src" / "GateDsl.Tool" / "bin" / "Release" / "net10.0" / "GateDsl.Tool.dll"
    environment = dict(os.environ)
    if tool.is_file():
        (tmp_path / "bin").mkdir()
        command = tmp_path / "bin" / "gatedsl"
        command.write_text(f'#!/bin/sh\nexec dotnet "{tool}" "$@"\n')
        command.chmod(0o755)
        environment["PATH"] = f"{tmp_path / 'bin'}:{environment['PATH']}"
    said = subprocess.run([sys.executable, tmp_path / "recorded_gates.py"], capture_output=True, text=True, check=False, env=environment)
    assert said.returncode == 0, said.stderr
    assert "ContextOnly" in said.stdout
    if tool.is_file():
        declaration = (tmp_path / "Reln.cs").read_text(encoding="utf-8")
        assert "[GatedNetwork" in declaration and "IdentifiedNetwork" in declaration
