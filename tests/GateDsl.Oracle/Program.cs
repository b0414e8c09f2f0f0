using System.Diagnostics;
using System.Globalization;
using GateDsl;
using GateDsl.Oracle;

// Compares verdicts on random gates with Z3:
//     dotnet run -c Release --project tests/GateDsl.Oracle -- [GATES] [SEED]
// Half of the gates are over three or four one-hot inputs, half over dense stimuli. Exit code 1: a disagreement, which is printed.
int gates = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
int seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;

var random = new Random(seed);
var z3 = new Z3Oracle();
int implementable = 0;
int notChecked = 0;
int disagreements = 0;
TimeSpan ours = TimeSpan.Zero;
for (int i = 0; i < gates; i++)
{
    RandomQuestion question = i % 2 == 0 ? RandomQuestion.OverOneHotInputs(random) : RandomQuestion.OverStimuli(random);
    var watch = Stopwatch.StartNew();
    GateProof proof = question.Domain.Decide(question.Gate);
    ours += watch.Elapsed;
    if (proof.Class is null)
    {
        notChecked++;
        Console.WriteLine($"gate {i} of seed {seed} is not checked: {proof.NotChecked}");
        continue;
    }

    bool expected = z3.IsImplementable(question);
    implementable += expected ? 1 : 0;
    if (expected != (proof.Class != GateClass.NotImplementable))
    {
        disagreements++;
        Console.WriteLine($"gate {i} of seed {seed}: Z3 says {(expected ? "implementable" : "not implementable")}, GateDsl {proof.Class}");
    }
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"seed {seed}: {gates} gates, {implementable} implementable, {notChecked} not checked, {disagreements} disagreements; "
    + $"{ours.TotalMilliseconds / gates:F2} ms per verdict"));
return disagreements == 0 && notChecked == 0 ? 0 : 1;
