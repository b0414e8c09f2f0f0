using GateDsl.Theory.Tasks;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests.Theory.Tasks;

public sealed class TaskTests
{
    [Theory]
    [InlineData(3, ContextStructure.Different, 105.623)]
    [InlineData(3, ContextStructure.Same, 96)]
    [InlineData(4, ContextStructure.Same, 128)]
    [InlineData(5, ContextStructure.Same, 160)]
    public void ContextsHaveTheInitialLossOfThePaper(int contexts, ContextStructure structure, double loss)
    {
        ContextTask task = ContextTask.Create(contexts, structure);
        Assert.Equal(loss, 0.5 * task.Targets.Sum(y => y * y), 5e-4);
        Assert.Equal(8 * contexts, task.Count);
        Assert.Equal(15 * (contexts + 1), task.TargetWidth);
        Assert.Equal(task.Count * task.TargetWidth, task.Targets.Length);
    }

    /// <summary>A task may have 50,000,000 target numbers, however they come about, and not one context or object fewer than one.</summary>
    [Fact]
    public void TasksHaveAtMostFiftyMillionNumbers()
    {
        Assert.Null(HierarchyTaskData.FaultOf(4096));
        Assert.All(new[] { 8192, 1 << 15, 1 << 16, 1 << 30 },
            objects => Assert.Equal($"{objects} objects have more than 50000000 target numbers.", HierarchyTaskData.FaultOf(objects)!.Message));
        Assert.All(new[] { 0, -1, 3 }, objects => Assert.NotNull(HierarchyTaskData.FaultOf(objects)));

        // Of one object, C (C + 1) numbers.
        Assert.Null(ContextTaskData.FaultOf(7070, 1, differentStructures: false));
        Assert.Equal("7071 contexts of 1 objects have more than 50000000 target numbers.",
            ContextTaskData.FaultOf(7071, 1, differentStructures: false)!.Message);
        Assert.Equal("65536 contexts of 65536 objects have more than 50000000 target numbers.",
            ContextTaskData.FaultOf(1 << 16, 1 << 16, differentStructures: false)!.Message);
        Assert.Null(ContextTaskData.FaultOf(1, 1, differentStructures: false));

        // 4 x 1024 and 5 x 1024 datapoints of 5 x 2047 and 6 x 2047; 28 for every pair of 1336 and 1337 domains.
        Assert.Null(ContextTaskData.FaultOf(4, 1024, differentStructures: false));
        Assert.NotNull(ContextTaskData.FaultOf(5, 1024, differentStructures: false));
        Assert.Null(RoutingTaskData.FaultOf(1336, 1336));
        Assert.Equal("domains", RoutingTaskData.FaultOf(1337, 1337)!.Parameter);
        Assert.Equal("trained", RoutingTaskData.FaultOf(3, 4)!.Parameter);
        Assert.Null(RoutingTaskData.FaultOf(1, 1));
        Assert.Equal("contexts", ContextTaskData.FaultOf(0, 1, differentStructures: false)!.Parameter);
    }

    [Fact]
    public void ContextsAreOuterAndObjectsInner()
    {
        ContextTask task = ContextTask.Create(2, ContextStructure.Same, objects: 4);
        Assert.Equal([0, 1, 2, 3, 0, 1, 2, 3], task.Items);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], task.Contexts);

        // Object 2 in context 1: common block, silent block of context 0, block of context 1.
        double[] hierarchy = [1, 0, 1, 0, 0, 1, 0];
        Assert.Equal([.. hierarchy, .. new double[7], .. hierarchy], task.Targets[(6 * 21)..(7 * 21)]);
    }

    [Fact]
    public void DifferentStructuresAreHierarchyRingAndCross()
    {
        ContextTask task = ContextTask.Create(3, ContextStructure.Different);

        // Object 2. Ring: row 0 is one, row r the bump at place (2 + r - 1) mod 8. Cross: halves {0..3}, quarters {0,2}, single 2.
        double[] hierarchy = [1, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0];
        double[] ring = [1, .66, 1, 1, .66, .33, 0, 0, .33, .66, 1, 1, .66, .33, 0];
        double[] cross = [1, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0];
        double[] silent = new double[15];
        Assert.Equal([.. hierarchy, .. hierarchy, .. silent, .. silent], Row(task, 2));
        Assert.Equal([.. hierarchy, .. silent, .. ring, .. silent], Row(task, 10));
        Assert.Equal([.. hierarchy, .. silent, .. silent, .. cross], Row(task, 18));

        static double[] Row(ContextTask task, int n) => task.Targets[(n * 60)..((n + 1) * 60)];
    }

    [Fact]
    public void DifferentStructuresAgreeWithTheRecordedTask()
    {
        Reference reference = Reference.Load("three_contexts");
        ContextTask task = ContextTask.Create(3, ContextStructure.Different);
        Assert.Equal(reference.Indices("Item"), task.Items);
        Assert.Equal(reference.Indices("Context"), task.Contexts);
        Assert.Equal(reference.Array("target/Properties"), task.Targets);
    }

    [Fact]
    public void CommonPathwayHasTheSingularValuesOfTheTheory()
    {
        // Centred modes of hierarchy(8): sigma^2 = 4 + 2 + 1 between the halves, 2 + 1 twice between quarters, 1 four times; each appears with
        // sqrt(C^2 + C) sigma in Y X^T.
        const int C = 4;
        ContextTask task = ContextTask.Create(C, ContextStructure.Same);
        DenseMatrix x = new(8 + C, task.Count);
        for (int n = 0; n < task.Count; n++)
        {
            x[task.Items[n], n] = 1;
            x[8 + task.Contexts[n], n] = 1;
        }

        Matrix<double> y = Matrix<double>.Build.Dense(task.TargetWidth, task.Count, task.Targets);
        Vector<double> s = (y * x.Transpose()).Svd().S;
        double[] centred = new[] { 7, 3, 3, 1, 1, 1, 1 }.Select(square => Math.Sqrt(((C * C) + C) * square)).ToArray();
        foreach (double expected in centred)
        {
            Assert.Contains(s, value => Math.Abs(value - expected) < 1e-10);
        }

        Assert.Equal(8 + C - 1, s.Count(value => value > 1e-10));
    }

    [Fact]
    public void XorPointsHaveTheParityOfTheirFirstTwoFeatures()
    {
        XorTask task = XorTask.Create(0.8);
        Reference reference = Reference.Load("xor");
        Assert.Equal(reference.Array("in/Stimulus"), task.Inputs);
        Assert.Equal(reference.Array("target/Label"), task.Targets);
        Assert.Equal(reference.Indices("Sample"), task.Samples);
        Assert.Equal((4, 3, 1), (task.Count, task.InputWidth, task.TargetWidth));
    }

    [Fact]
    public void HierarchyOfFourObjectsIsTheExampleOfAnimalsAndPlants()
    {
        HierarchyTask task = HierarchyTask.Create();
        Assert.Equal([0, 1, 2, 3], task.Items);
        double[] canary = [1, 1, 0, 1, 0, 0, 0], salmon = [1, 1, 0, 0, 1, 0, 0], oak = [1, 0, 1, 0, 0, 1, 0], rose = [1, 0, 1, 0, 0, 0, 1];
        Assert.Equal([.. canary, .. salmon, .. oak, .. rose], task.Targets);
    }

    [Fact]
    public void RoutingTargetsHaveTheSingularValuesOfTheTheory()
    {
        RoutingTask task = RoutingTask.Create(7, 4);
        Matrix<double> y = Matrix<double>.Build.Dense(7, 4, task.Targets[..28]);
        Vector<double> s = y.Svd().S;
        double[] expected = [Math.Sqrt(185), Math.Sqrt(41), 3, 3];
        for (int k = 0; k < 4; k++)
        {
            Assert.Equal(expected[k], s[k], 1e-12);
        }
    }

    [Fact]
    public void RoutingTrainsEncoderIWithDecodersFromIMinusOneToIPlusTwo()
    {
        RoutingTask task = RoutingTask.Create(7, 4);
        Assert.Equal(112, task.Count);
        Assert.Equal([6, 0, 1, 2], SinksOf(0));
        Assert.Equal([2, 3, 4, 5], SinksOf(3));
        Assert.Equal([5, 6, 0, 1], SinksOf(6));
        Assert.Equal(Enumerable.Range(0, 112).Select(n => n % 4), task.Items);
        Assert.Equal(Enumerable.Range(0, 112).Select(n => n / 16), task.Sources);
        Assert.Equal(Enumerable.Range(0, 112).Select(n => (n / 16 * 4) + (n % 4)), task.Cues);

        int[] SinksOf(int source) => Enumerable.Range(0, 4).Select(k => task.Sinks[((source * 4) + k) * 4]).ToArray();
    }

    [Fact]
    public void RoutingAgreesWithTheRecordedTask()
    {
        Reference reference = Reference.Load("routing");
        RoutingTask task = RoutingTask.Create(3, 2);
        Assert.Equal(reference.Indices("Item"), task.Items);
        Assert.Equal(reference.Indices("Source"), task.Sources);
        Assert.Equal(reference.Indices("Sink"), task.Sinks);
        Assert.Equal(reference.Array("target/Decoders"), task.Targets);
    }

    [Fact]
    public void TasksThatDoNotExistAreRefusedByNameAndBound()
    {
        Refused("contexts", "at least one", () => ContextTask.Create(0, ContextStructure.Same));
        Refused("objects", "power of two", () => ContextTask.Create(3, ContextStructure.Same, objects: 6));
        Refused("objects", "power of two", () => ContextTask.Create(3, ContextStructure.Same, objects: 0));
        Refused("contexts", "3 contexts", () => ContextTask.Create(4, ContextStructure.Different));
        Refused("objects", "8 objects", () => ContextTask.Create(3, ContextStructure.Different, objects: 4));
        Refused("contexts", "50000000", () => ContextTask.Create(100_000, ContextStructure.Same));
        Refused("structure", "Same or Different", () => ContextTask.Create(3, (ContextStructure)7));
        Refused("margin", "finite", () => XorTask.Create(double.NaN));
        Refused("margin", "finite", () => XorTask.Create(double.PositiveInfinity));
        Refused("margin", "positive", () => XorTask.Create(-0.5));
        Refused("objects", "power of two", () => HierarchyTask.Create(3));
        Refused("objects", "50000000", () => HierarchyTask.Create(1 << 20));
        Refused("domains", "at least one", () => RoutingTask.Create(0, 0));
        Refused("trained", "1 to 5", () => RoutingTask.Create(5, 6));
        Refused("trained", "1 to 5", () => RoutingTask.Create(5, 0));
        Refused("domains", "50000000", () => RoutingTask.Create(2_000_000, 2));

        static void Refused(string parameter, string bound, Action create)
        {
            ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(create);
            Assert.Equal(parameter, exception.ParamName);
            Assert.Contains(bound, exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(5, 1, 2, "2")]
    [InlineData(5, 2, 2, "2 3")]
    [InlineData(5, 3, 0, "4 0 1")]
    [InlineData(5, 4, 0, "4 0 1 2")]
    [InlineData(6, 5, 5, "3 4 5 0 1")]
    public void AnEncoderIsTrainedWithTheDecodersAroundItsOwn(int domains, int trained, int source, string sinks)
    {
        RoutingTask task = RoutingTask.Create(domains, trained);
        Assert.Equal(sinks, string.Join(" ", task.Sources.Zip(task.Sinks).Where(pair => pair.First == source).Select(pair => pair.Second).Distinct()));
    }

    [Fact]
    public void SmallestTasksExist()
    {
        Assert.Equal([1, 1], ContextTask.Create(1, ContextStructure.Same, objects: 1).Targets);
        Assert.Equal([1], HierarchyTask.Create(1).Targets);
        Assert.Equal(4, RoutingTask.Create(1, 1).Count);
        Assert.Equal(4, XorTask.Create(0).Count);
    }
}
