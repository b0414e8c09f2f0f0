namespace GateDsl.Package.Tests.Consuming;

/// <summary>A project of someone who uses the packages.</summary>
/// <param name="Name">Of the project and its folder.</param>
/// <param name="Properties">What it sets, as in a project file.</param>
/// <param name="Items">What it refers to; {0} is the version of the packages.</param>
/// <param name="Files">Its sources, by name.</param>
internal sealed record Consumer(string Name, string Properties, string Items, IReadOnlyDictionary<string, string> Files)
{
    private const string Reference = """<PackageReference Include="GateDsl" Version="{0}" />""";

    /// <summary>C# warns where a name is used that another assembly has, too; that is the user's to silence in files of hers.</summary>
    private const string SameName = "#pragma warning disable CS0436\n";

    private const string Usual = "<OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>";

    /// <summary>Every setting of a project that the packages promise to bear, one project each.</summary>
    public static IReadOnlyList<Consumer> All { get; } =
    [
        new("Plain", Usual, Reference, Program()),
        new("CentralVersions", Usual, """<PackageReference Include="GateDsl" />""", new Dictionary<string, string>(Program())
        {
            ["Directory.Packages.props"] = """
                <Project>
                  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                  <ItemGroup><PackageVersion Include="GateDsl" Version="{0}" /></ItemGroup>
                </Project>
                """,
        }),
        new("NoImplicitUsings", "<OutputType>Exe</OutputType><Nullable>enable</Nullable>", Reference, Program("using System;\n")),
        new("NoNullable", "<OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings>", Reference, Program()),
        new(
            "EveryWarning",
            Usual + "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><GenerateDocumentationFile>true</GenerateDocumentationFile>"
                + "<AnalysisLevel>latest</AnalysisLevel><WarningLevel>9999</WarningLevel><CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>",
            Reference,
            Program()),
        new(
            "EmittedFiles",
            Usual + "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>"
                + "<CompilerGeneratedFilesOutputPath>what the compiler wrote</CompilerGeneratedFilesOutputPath>",
            Reference + """<Compile Remove="what the compiler wrote/**" />""",
            Program()),
        new(
            "Inner",
            "<Nullable>enable</Nullable>",
            Reference + """<InternalsVisibleTo Include="Outer" />""",
            new Dictionary<string, string> { ["Network.cs"] = Network.Replace("public sealed", "internal sealed", StringComparison.Ordinal) }),
        new("Outer", Usual, Reference + """<ProjectReference Include="../Inner/Inner.csproj" />""", Program(SameName)),
        new(
            "AllLibraries",
            Usual,
            Reference + """<PackageReference Include="GateDsl.Identification" Version="{0}" /><PackageReference Include="GateDsl.Sweeps" Version="{0}" />""",
            Program("""
                IdentificationData known = IdentificationData.Of(ContextTask.Create(contexts: 3, structure: ContextStructure.Different));
                Console.WriteLine(Identification.Forecast(known, units: 60, sigma: 1e-3, stepSize: 1e-3, epochs: 2000).Modules.Count > 0);

                """)),
        new(
            Faulty,
            Usual,
            Reference,
            new Dictionary<string, string> { ["Network.cs"] = Network.Replace("nameof(Item), nameof(Context)", "\"Itme\"", StringComparison.Ordinal) }),
    ];

    /// <summary>The project that must not build: a misspelt source.</summary>
    public const string Faulty = "Misspelt";

    /// <summary>A declaration that a program can use.</summary>
    public const string Network = """
        using GateDsl;

        /// <summary>Four objects in three contexts.</summary>
        [GatedNetwork(Rectified = true, Precision = Precision.Double)]
        [ReluTwin(20)]
        [ContextTask(Contexts = 3, Objects = 8, Structure = ContextStructure.Different)]
        public sealed partial class Network
        {
            /// <summary>The object.</summary>
            [OneHotInput(8)] public partial Layer Item { get; }

            /// <summary>The context.</summary>
            [OneHotInput(3)] public partial Layer Context { get; }

            /// <summary>What all contexts share.</summary>
            [Hidden(30), From(nameof(Item), nameof(Context))]
            public partial Layer Common { get; }

            /// <summary>What two contexts share.</summary>
            [Hidden(30), From(nameof(Item)), OnePerSubset(nameof(Context), 2)]
            public partial LayerBank Pairs { get; }

            /// <summary>The properties.</summary>
            [Output(60), From(nameof(Common), nameof(Pairs))]
            public partial Layer Properties { get; }
        }
        """;

    /// <summary>Trains, predicts, and says how far apart both are.</summary>
    public const string Main = """
        ContextTask task = ContextTask.Create(contexts: 3, structure: ContextStructure.Different);
        Network.Dataset data = Network.Dataset.Create(task.Items, task.Contexts, task.Targets);
        TrainingLog trained = new Network(Gaussian.WithSigma(1e-4), 1).Train(data, new TrainingOptions { Epochs = 2000, StepSize = 1e-3 });
        RaceLog predicted = Network.Race.Expect(data, sigma: 1e-4).Integrate(epochs: 2000, stepSize: 1e-3);
        Console.WriteLine(Agreement.Between(trained.Loss, predicted.Loss).Rms < 0.02 ? "They agree." : "They differ.");
        """;

    /// <summary>The project file.</summary>
    /// <param name="version">Of the packages.</param>
    public string Project(string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework>{Properties}</PropertyGroup>
          <ItemGroup>{Items.Replace("{0}", version, StringComparison.Ordinal)}</ItemGroup>
        </Project>
        """;

    /// <summary>Writes project and sources.</summary>
    public void Write(string folder, string version)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Name + ".csproj"), Project(version));
        foreach ((string file, string text) in Files)
        {
            File.WriteAllText(Path.Combine(folder, file), text.Replace("{0}", version, StringComparison.Ordinal));
        }
    }

    private static Dictionary<string, string> Program(string before = "") => new()
    {
        ["Network.cs"] = Network,
        ["Program.cs"] = before.StartsWith("using", StringComparison.Ordinal) || before.StartsWith('#')
            ? before + "using GateDsl;\n\n" + Main
            : "using GateDsl;\n\n" + before + Main,
    };
}
