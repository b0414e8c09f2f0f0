using System.Text;

namespace GateDsl.Wheels;

/// <summary>The wheel of one native library, and what stands beside the library: header and stubs.</summary>
internal static class LibraryWheel
{
    /// <summary>Endings of the libraries that need wider vectors, before the extension.</summary>
    private static readonly string[] Wider = [".v3", ".v4"];

    /// <summary>Writes header and stubs beside the library, and the wheel.</summary>
    /// <param name="settings">
    /// <c>library</c>, the file, and <c>library.v3</c>, <c>library.v4</c> for wider vectors, where there are such; <c>module</c>, the name it is
    /// imported by; <c>version</c> of the project; <c>runtime</c>, the runtime identifier it is linked for; <c>loader</c>, the folder of the Python
    /// package; <c>header</c>, the C header of all libraries; <c>out</c>, the folder of the library; <c>dist</c>, the folder of the wheel.
    /// </param>
    /// <exception cref="SettingException">A setting is missing or wrong, or the library has no networks.</exception>
    public static void Write(Settings settings)
    {
        string module = ModuleName.Checked(settings["module"]);
        string platform = PlatformTag.Of(settings["runtime"]);
        string library = settings["library"];
        (string Suffix, string File)[] variants =
            [("", library), .. Wider.Select(suffix => (suffix, File: settings.Or("library" + suffix, ""))).Where(one => one.File.Length > 0)];
        string folder = settings["out"];
        DescribedLibrary description = DescribedLibrary.Of(library);
        IReadOnlyList<(string Path, byte[] Content)> loader = LoaderSources.Read(settings["loader"], LoaderSources.OwnVersion);
        string header = LibraryHeader.Of(File.ReadAllText(settings["header"]), module, description);
        StubModule stubs = new(description);

        Directory.CreateDirectory(folder);
        string extension = Path.GetExtension(library);
        foreach (string stale in Wider.Select(suffix => Path.Combine(folder, module + suffix + extension)))
        {
            File.Delete(stale);
        }

        foreach ((string suffix, string file) in variants)
        {
            Replace(file, Path.Combine(folder, module + suffix + extension));
        }

        File.WriteAllText(Path.Combine(folder, module + ".h"), header);
        File.WriteAllText(Path.Combine(folder, module + ".pyi"), stubs.Text("gatedsl"));

        WheelFile wheel = new(
            new Distribution(
                module, PythonVersion.Of(settings["version"]),
                    $"Gated deep linear networks: {string.Join(", ", description.Networks.Select(one => one.Name))}."),
            $"py3-none-{platform}");
        wheel.Add($"{module}/__init__.py", Module(module, module + extension));
        wheel.Add($"{module}/__init__.pyi", stubs.Text(".gatedsl"));
        wheel.Add($"{module}/py.typed", "");
        foreach ((string suffix, string file) in variants)
        {
            wheel.Add($"{module}/{module}{suffix}{extension}", File.ReadAllBytes(file));
        }

        wheel.Add($"{module}/{module}.h", Encoding.UTF8.GetBytes(header));
        foreach ((string path, byte[] content) in loader)
        {
            wheel.Add($"{module}/gatedsl/{path}", content);
        }

        wheel.Write(settings["dist"]);
    }

    /// <summary>Puts a new file in the place of one: a process that has the old one loaded keeps it, where writing into it would break that process.</summary>
    private static void Replace(string file, string place)
    {
        string unfinished = place + ".part";
        File.Copy(file, unfinished, overwrite: true);
        File.Move(unfinished, place, overwrite: true);
    }

    private static string Module(string module, string file) => $""""
        """Gated networks of {module}, each an attribute of this module; the loader is in {module}.gatedsl."""

        import os as _os

        from . import gatedsl
        from .gatedsl import __version__ as __gatedsl_version__

        library = gatedsl.load(_os.path.join(_os.path.dirname(_os.path.abspath(__file__)), "{file}"))
        globals().update((_name, library[_name]) for _name in library.networks)
        __all__ = ["gatedsl", "library", *library.networks]

        """".ReplaceLineEndings("\n");
}
