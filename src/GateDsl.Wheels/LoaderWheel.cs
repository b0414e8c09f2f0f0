namespace GateDsl.Wheels;

/// <summary>The wheel of the Python package itself: <c>gatedsl-VERSION-py3-none-any.whl</c>.</summary>
internal static class LoaderWheel
{
    private const string Package = "gatedsl";

    /// <summary>Writes it.</summary>
    /// <param name="settings">
    /// <c>loader</c>, the folder of its modules; <c>readme</c>, a Markdown file; <c>out</c>, the folder it goes to.
    /// </param>
    public static void Write(Settings settings)
    {
        string version = LoaderSources.OwnVersion;
        Distribution distribution = new(
            Package,
            PythonVersion.Of(version),
            "Gated deep linear networks, declared in C# and compiled: training, its prediction, proofs about gates.",
            Licence: "MIT",
            Description: File.ReadAllText(settings["readme"]));
        WheelFile wheel = new(distribution, "py3-none-any");
        foreach ((string path, byte[] content) in LoaderSources.Read(settings["loader"], version))
        {
            wheel.Add($"{Package}/{path}", content);
        }

        wheel.Write(settings["out"]);
    }
}
