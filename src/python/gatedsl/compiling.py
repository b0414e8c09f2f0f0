"""From a declaration in C# to a loaded library: the SDK is run once, and what it made is kept."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Optional, Sequence, Union
from xml.sax.saxutils import escape

from ._errors import ArgumentError
from ._processor import levels
from ._version import PACKAGE_VERSION
from .library import Library, load

PathLike = Union[str, "os.PathLike[str]"]


class CompilationError(ValueError):
    """The declaration has errors; the message lists them as the compiler does."""


def compile(declaration: Union[PathLike, Sequence[PathLike]], *, version: Optional[str] = None, verbose: bool = False) -> Library:
    """Compiles a declaration to a native library and loads it.

    The same sources, version and package sources are compiled once; the library is kept in ``XDG_CACHE_HOME/gatedsl`` (``~/.cache/gatedsl``).

    Args:
        declaration: A C# file, or several that belong together.
        version: Of the package GateDsl; None: that of this package.
        verbose: Shows what the SDK says.

    Raises:
        FileNotFoundError: A file is not there.
        CompilationError: The declaration has errors.
        RuntimeError: The .NET SDK, or a C compiler to link with, is not there; the message says what to install.
    """
    files = _files(declaration)
    version = version or PACKAGE_VERSION
    name = _project_name(files[0])
    folder = _cache() / f"{name.lower()}-{_key(files, name, version)}"
    library = folder / (_module(name) + _extension())
    if not library.is_file():
        _require_tools()
        print(f"gatedsl: compiling {files[0].name}, once; that takes a minute or two", file=sys.stderr, flush=True)
        _build(files, name, version, folder, verbose)
    return load(library)


def cache_folder() -> str:
    """Where compiled libraries are kept; it may be deleted at any time."""
    return str(_cache())


def _files(declaration: Union[PathLike, Sequence[PathLike]]) -> list[Path]:
    given = [declaration] if isinstance(declaration, (str, os.PathLike)) else declaration
    try:
        files = [Path(os.path.abspath(os.fspath(one))) for one in given]
    except TypeError:
        raise ArgumentError("declaration: expected the path of a C# file, or several") from None
    if not files:
        raise ArgumentError("declaration: expected at least one C# file")
    for file in files:
        if not file.is_file():
            raise FileNotFoundError(f"declaration: there is no file {file}")
        if file.suffix != ".cs":
            raise ValueError(f"declaration: expected a C# file, NAME.cs, not {file.name}")
    if len({file.name for file in files}) < len(files):
        raise ValueError("declaration: two files have the same name")
    return files


def _cache() -> Path:
    root = os.environ.get("XDG_CACHE_HOME", "")
    # The specification: a relative path is not valid and is left out.
    return (Path(root) if os.path.isabs(root) else Path.home() / ".cache") / "gatedsl"


def _key(files: Sequence[Path], name: str, version: str) -> str:
    """A hash of the sources, the version, and the package sources beside them; not of the SDK, the linker, or what a package of that version holds."""
    digest = hashlib.sha256()

    def add(content: bytes) -> None:
        digest.update(str(len(content)).encode())
        digest.update(content)

    for part in (name, version, _project(name, version, Path("/")), sys.platform, platform.machine(), *levels()):
        add(part.encode())
    for file in files:
        add(file.name.encode())
        add(file.read_bytes())
    for config in _configs(files[0].parent):
        add(config.read_bytes())
    return digest.hexdigest()[:16]


def _configs(folder: Path) -> list[Path]:
    """nuget.config of the folder and those above it, nearest first."""
    found = []
    for one in (folder, *folder.parents):
        for spelling in ("nuget.config", "NuGet.config", "NuGet.Config"):
            if (one / spelling).is_file():
                found.append(one / spelling)
                break
    return found


def _project_name(file: Path) -> str:
    name = re.sub(r"\W", "_", file.stem)
    return name if name.isascii() and re.match(r"[A-Za-z_]", name) else "_" + re.sub(r"[^A-Za-z0-9_]", "_", name)


def _module(name: str) -> str:
    return name.lower()


def _extension() -> str:
    return {"darwin": ".dylib", "win32": ".dll"}.get(sys.platform, ".so")


def _require_tools() -> None:
    if _dotnet() is None:
        raise RuntimeError(
            "compile needs the .NET 10 SDK, and there is no dotnet on the path. Install it (https://dotnet.microsoft.com/download, "
            "Ubuntu: apt-get install dotnet-sdk-10.0), or load() a library, or install a wheel, that was made where it is."
        )
    if sys.platform.startswith("linux") and not (shutil.which("clang") or shutil.which("gcc")):
        raise RuntimeError(
            "compile links a library with clang or gcc, and neither is on the path. Install one: apt-get install gcc (Debian, Ubuntu), "
            "dnf install gcc (Fedora), apk add clang build-base (Alpine)."
        )


def _dotnet() -> Optional[str]:
    root = os.environ.get("DOTNET_ROOT")
    program = "dotnet.exe" if sys.platform == "win32" else "dotnet"
    return shutil.which("dotnet") or (os.path.join(root, program) if root and os.path.isfile(os.path.join(root, program)) else None)


def _in_property(text: str) -> str:
    """Without what MSBuild would read as a list, a property, an item or a pattern."""
    return "".join(f"%{ord(letter):02X}" if letter in "%$@;()*?'" else letter for letter in text)


def _project(name: str, version: str, configs_from: Path) -> str:
    return f"""<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
    <RestoreRootConfigDirectory>{escape(_in_property(str(configs_from)))}</RestoreRootConfigDirectory>
    <GateDslPython>true</GateDslPython>
    <GateDslPythonInstructions>native</GateDslPythonInstructions>
    <PublishDir>out/</PublishDir>
    <GateDslPythonDist>out/dist</GateDslPythonDist>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="GateDsl" Version="[{escape(version)}]" />
  </ItemGroup>
</Project>
"""


def _build(files: Sequence[Path], name: str, version: str, folder: Path, verbose: bool) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=folder.name + "-", dir=folder.parent))
    try:
        # Whatever stands above the cache is none of this project's business.
        for stop in ("Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"):
            (work / stop).write_text("<Project />\n", encoding="utf-8")
        for stop, text in (("Directory.Build.rsp", ""), ("global.json", "{}\n"), (".editorconfig", "root = true\n")):
            (work / stop).write_text(text, encoding="utf-8")
        (work / f"{name}.csproj").write_text(_project(name, version, files[0].parent), encoding="utf-8")
        for file in files:
            shutil.copyfile(file, work / file.name)
        said = _publish(work, name, verbose)
        made = work / "out"
        if not (made / (_module(name) + _extension())).is_file():
            raise RuntimeError(f"the SDK made no library. It said:\n{said}")
        try:
            os.replace(made, folder)
        except OSError:
            # Another process was faster, or an earlier one was killed: what is there is whole, as it came by renaming.
            if not (folder / (_module(name) + _extension())).is_file():
                shutil.rmtree(folder, ignore_errors=True)
                os.replace(made, folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _publish(work: Path, name: str, verbose: bool) -> str:
    dotnet = _dotnet()
    assert dotnet is not None
    environment = dict(os.environ, DOTNET_CLI_TELEMETRY_OPTOUT="1", DOTNET_NOLOGO="1", DOTNET_CLI_UI_LANGUAGE="en", MSBUILDDISABLENODEREUSE="1")
    command = [
        dotnet, "publish", f"{name}.csproj", "-c", "Release", "-nologo", "-v", "m", "-nodeReuse:false",
    ]
    run = subprocess.run(command, cwd=work, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", check=False)
    if verbose:
        print(run.stdout, file=sys.stderr)
    if run.returncode == 0:
        return run.stdout
    errors = list(dict.fromkeys(_readable(line, work) for line in run.stdout.splitlines() if re.search(r"\berror\b", line)))
    if any(re.search(r"error (CS|GDSL)\d+", line) for line in errors):
        shown = [line for line in errors if re.search(r"error (CS|GDSL)\d+", line)]
        if any("CS0246" in line and "GatedNetwork" in line for line in shown):
            shown.insert(0, "(The names of GateDsl are not known: a declaration begins with `using GateDsl;`.)")
        raise CompilationError("the declaration has errors:\n" + "\n".join(shown))
    raise RuntimeError("the SDK could not make a library. It said:\n" + "\n".join(errors or run.stdout.splitlines()[-20:]))


def _readable(line: str, work: Path) -> str:
    """An error without the folder that it was found in, and without the project behind it."""
    return re.sub(r"\s*\[[^\]]*\]\s*$", "", line.strip()).replace(str(work) + os.sep, "").replace(os.path.realpath(work) + os.sep, "")
