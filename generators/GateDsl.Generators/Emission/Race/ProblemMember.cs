using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Maps;
using GateDsl.Generators.Planning.Racing;

namespace GateDsl.Generators.Emission;

/// <summary>Race.Problem: the network on a data set as the engines of the theory see it; and the stable bound that follows.</summary>
internal static class ProblemMember
{
    private const string Problem = "global::GateDsl.CompilerServices.RaceProblem";

    public static void Write(CodeWriter code, NetworkPlan network, MapProgram program, RacePlan race)
    {
        PathwayEnds ends = network.Ends;
        code.Write("""
            /// <summary>What the modes of each pathway would do alone, before weights are drawn (P1 Eq. 7). Times in 1/(N eta) epochs, Sum.</summary>
            /// <param name="data">The datapoints.</param>
            /// <param name="sigma">Standard deviation of the initial weights.</param>
            /// <param name="unitsPerPathway">Units of every hidden module; null: as declared.</param>
            /// <exception cref="global::System.NotSupportedException">A path has more than one hidden layer.</exception>
            """);
        code.Block($"public {RaceSignatures.Modes}", () =>
        {
            code.Write("global::System.ArgumentNullException.ThrowIfNull(data);");
            if (network.HasBiases)
            {
                code.Call("throw new global::System.NotSupportedException", Literals.Text(
                    "The network has biases, which start at 0: its modes have no common start. Use Race.From or Race.Expect."));
                return;
            }

            code.Write("return Problem(data).Modes(sigma, unitsPerPathway, Compiled.Declared);");
        });
        code.Line();
        WriteProblem(
            code, "The network on the data: inputs, targets, and every pathway with its gates.",
            [.. Layers(network, ends), .. race.Pathways.SelectMany((pathway, p) => PathwayStatements(network, program, pathway, ends, p == 0))]);
        code.Line();
        code.Write("""
            /// <summary>The largest stable step of the Sum loss: 2 / its curvature where small weights end up; or NaN.</summary>
            internal static double StableStepSize(Dataset data) => Problem(data).StableStepSize();
            """);
    }

    /// <summary>Inputs and outputs alone, for a network without pathways.</summary>
    public static void WriteLayers(CodeWriter code, NetworkPlan network) => WriteProblem(
        code, "The network on the data: inputs and targets.", [.. Layers(network, network.Ends)]);

    private static void WriteProblem(CodeWriter code, string summary, Statement[] statements)
    {
        code.Summary(summary);
        code.Block($"private static {Problem} Problem(Dataset data)", () => code.Write($"""
            {Problem} problem = new(data);
            FillProblem(data, problem);
            return problem;
            """));
        code.Line();
        Statements.Write(code, "private static void FillProblem", "FillProblem", $"Dataset data, {Problem} problem", "data, problem", statements);
    }

    private static IEnumerable<Statement> Layers(NetworkPlan network, PathwayEnds ends)
    {
        string? comment = "inputs and targets";
        foreach (InputPlan input in ends.Inputs)
        {
            yield return new Statement($"problem.AddInput({Literals.Text(input.Name)}, {Feature(network, input)});", 3, comment);
            comment = null;
        }

        foreach (ModulePlan output in ends.Outputs)
        {
            LossModel loss = network.LossOf(output);
            bool hasLabels = Losses.Of(loss).Targets == TargetsModel.Labels;
            string add = hasLabels ? "AddLabels" : "AddOutput";
            string said = hasLabels || loss == LossModel.Squared ? "" : $", global::GateDsl.OutputLoss.{loss}";
            string given = $"{output.Units}, data.Y.{Literals.Identifier(output.Layer)}, {On(network, output.Gate)}";
            yield return new Statement($"problem.{add}({Literals.Text(output.Name)}, {given}{said});", said.Length == 0 ? 4 : 5, comment);
            comment = null;
        }
    }

    private static IEnumerable<Statement> PathwayStatements(
        NetworkPlan network, MapProgram program, PathwayPlan pathway, PathwayEnds ends, bool isFirst)
    {
        string? comment = isFirst
            ? "each pathway: inputs and outputs by number in the order above, with where its paths carry them; then its layers and maps"
            : null;
        if (pathway.Modules.Count == 0)
        {
            foreach (PathwayBlock block in pathway.Blocks)
            {
                (int input, int output) = (ends.Inputs.PlaceOf(block.Input), ends.Outputs.PlaceOf(block.Output));
                yield return new Statement($"problem.AddDirect({input}, {output}, {On(network, block.Gate)});", 3, comment);
                comment = null;
            }
        }
        else
        {
            string[] inputs = [.. pathway.CarryingInputs.Select(input => End(network, ends.Inputs.PlaceOf(input.Name), input))];
            string[] outputs = [.. pathway.CarryingOutputs.Select(output => End(network, ends.Outputs.PlaceOf(output.Name), output))];
            yield return new Statement(
                $"problem.AddPathway({Literals.Text(pathway.Name)}, [{string.Join(", ", inputs)}], [{string.Join(", ", outputs)}]" +
                $"{string.Concat(pathway.BetweenGates.Select(gate => ", " + On(network, gate)))});",
                1 + (2 * (inputs.Length + outputs.Length)) + pathway.BetweenGates.Count, comment);
        }

        string[] maps = [.. pathway.Outputs.SelectMany(output => pathway.Inputs.Select(input =>
            pathway.Blocks.FindOrNull((input.Name, output.Name)) is { } block ? program.Place(block.Map).Name : ""))];
        yield return new Statement(
            $"problem.AddLayers({Literals.Text(pathway.Name)}, [{Names(pathway.Inputs)}], [{Names(pathway.Outputs)}], " +
            $"{string.Join(", ", maps.Select(Literals.Text))});", 1 + pathway.Inputs.Count + pathway.Outputs.Count + maps.Length);
    }

    /// <summary>An end of a pathway, and where its paths carry it.</summary>
    private static string End(NetworkPlan network, int number, StackedLayer layer) => $"({number}, {On(network, layer.Gate)})";

    /// <summary>Edges that no datapoint passes are left out of the stack.</summary>
    private static string Names(EquatableArray<StackedLayer> layers) =>
        string.Join(", ", layers.Select(layer => Literals.Text(layer.Name.ToString())));

    /// <summary>An input layer over all datapoints.</summary>
    private static string Feature(NetworkPlan network, InputPlan input) =>
        $"global::GateDsl.CompilerServices.Feature<{network.Scalar}>.{(input.IsIndex ? "OneHot" : "Dense")}(data.X.{Literals.Identifier(input.Name)}, {input.Units})";

    private static string On(NetworkPlan network, Gate gate) => $"data.On.{Literals.Identifier(network.GateName(gate))}";
}
