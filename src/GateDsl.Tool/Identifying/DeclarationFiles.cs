using GateDsl.Tool.Running;

namespace GateDsl.Tool.Identifying;

/// <summary>What <c>identify</c> and <c>forecast</c> write: the declaration, the gates beside it, and what they say of both.</summary>
/// <param name="output">For what was found.</param>
internal sealed class DeclarationFiles(TextWriter output)
{
    /// <summary>Where the gates are written that a declaration cannot say: beside it.</summary>
    public static string GatesFile(string declaration) => Path.ChangeExtension(declaration, ".gates.npy");

    /// <summary>Refuses a place for gates that cannot be written, where data come with gates.</summary>
    public static void RequireGatesFile(string declaration, IdentificationData data)
    {
        if (data.GatesComeWithData)
        {
            OutPlace.RequireFile(GatesFile(declaration));
        }
    }

    /// <summary>The declaration, and its gates where it cannot say them.</summary>
    public static void Write(string file, IdentificationResult found, string declaration)
    {
        if (found.GateNumbers is not null)
        {
            FileRun.Write(GatesFile(file), path =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                found.SaveGates(path);
            });
        }

        FileRun.Write(file, declaration);
    }

    /// <summary>What several hidden layers told.</summary>
    public void Say(string file, bool json, DeepForecastResult result, Action readFiles)
    {
        if (json)
        {
            DeepForecastJson.Write(output, result, file);
            return;
        }

        readFiles();
        DeepForecastTable.Write(output, result);
        output.WriteLine($"Written: {file}");
    }

    /// <summary>What one hidden layer told.</summary>
    public void Say(string file, bool json, IdentificationResult found, IdentificationData data, Action readFiles)
    {
        if (json)
        {
            IdentificationJson.Write(output, found, file);
            return;
        }

        readFiles();
        IdentificationTable.Write(output, found, data);
        output.WriteLine($"Written: {file}");
        if (found.GateNumbers is { } gates)
        {
            output.WriteLine($"Written: {GatesFile(file)}, its gates: {gates.GetLength(0)} datapoints x {gates.GetLength(1)}, as the declaration's Dataset.Create takes them");
        }
    }
}
