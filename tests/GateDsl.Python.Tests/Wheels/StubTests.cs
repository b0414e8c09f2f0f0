using GateDsl.Package.Tests.Support;
using GateDsl.Wheels;

namespace GateDsl.Python.Tests.Wheels;

/// <summary>Stubs and headers have the names of a library's networks, whatever these are called.</summary>
public sealed class StubTests
{
    private const string Description = """
        { "abi": 1, "version": "0.2.0", "networks": [
          { "name": "Net", "twin_of": null, "twin": "Net.ReluTwin", "precision": "float32", "tree": "Net \"quoted\" \\ end",
            "arguments": [ { "name": "lambda", "kind": "one_hot", "units": 4 }, { "name": "größe", "kind": "gates", "units": 2 },
                           { "name": "kind", "kind": "cross_entropy", "units": 3 }, { "name": "rows", "kind": "squared", "units": 2 } ],
            "weights": [ { "name": "AToB[1, 0]", "shape": [2, 3] } ] },
          { "name": "Net.ReluTwin", "twin_of": "Net", "twin": null, "precision": "float32", "tree": null, "arguments": [], "weights": [] },
          { "name": "None", "twin_of": null, "twin": null, "precision": "float64", "tree": "", "arguments": [], "weights": [] },
          { "name": "Space.Twice", "twin_of": null, "twin": null, "precision": "float64", "tree": "", "arguments": [], "weights": [] } ] }
        """;

    [Fact]
    public void NamesOfArgumentsAndWeightsAreThere()
    {
        string text = new StubModule(DescribedLibrary.Parse(Description)).Text(".gatedsl");

        Assert.Contains("from .gatedsl.kinds import", text, StringComparison.Ordinal);
        Assert.Contains("def dataset(cls, lambda_: ArrayLike, größe: ArrayLike, kind: ArrayLike, rows: ArrayLike) -> Dataset: ...", text,
            StringComparison.Ordinal);
        Assert.Contains("Literal[\"AToB[1, 0]\"]) -> NDArray[numpy.float32]", text, StringComparison.Ordinal);
        Assert.Contains("-> dict[str, NDArray[numpy.float32]]", text, StringComparison.Ordinal);
        Assert.Contains("    class ReluTwin(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class None", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class Space", text, StringComparison.Ordinal);
    }

    [PythonFact]
    public void PythonReadsThem()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, new StubModule(DescribedLibrary.Parse(Description)).Text("gatedsl"));
        CommandRun.Of(PythonMachine.Python, ["-c", $"import ast; ast.parse(open(r'{file}', encoding='utf-8').read())"], "/").Succeeded();
        File.Delete(file);
    }

    [Fact]
    public void TheHeaderNamesTheNetworks()
    {
        string text = LibraryHeader.Of("#ifndef X\r\n#endif\r\n", "nets", DescribedLibrary.Parse(Description));

        Assert.StartsWith("/*\n * nets, by GateDsl 0.2.0.", text, StringComparison.Ordinal);
        Assert.Contains("Net.ReluTwin, as deep as Net", text, StringComparison.Ordinal);
        Assert.EndsWith("#ifndef X\n#endif\n", text, StringComparison.Ordinal);
    }
}
