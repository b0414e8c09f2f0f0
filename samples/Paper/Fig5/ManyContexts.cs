using System.Reflection;
using Paper.Compiling;

namespace Paper.Fig5;

/// <summary>
/// The network for any number of contexts. The size of a declaration is a constant of the program, so for a number that nobody declared the
/// declaration is written as text, and compiled at run time.
/// </summary>
internal static class ManyContexts
{
    private const string Namespace = "Paper.Fig5.AtRunTime";

    public static ContextNetwork Compile(int contexts)
    {
        Assembly compiled = RuntimeDeclaration.Load($"{Namespace}{contexts}", Source(contexts));
        MethodInfo create = compiled.GetType($"{Namespace}.Entry")!.GetMethod("Create")!;
        return (ContextNetwork)create.Invoke(null, null)!;
    }

    private static string Source(int contexts) => $$"""
        using GateDsl;
        using Paper.Fig5;

        namespace {{Namespace}};

        [GatedNetwork(Rectified = true, Precision = Precision.Double)]
        [ReluTwin({{Fig5Settings.UnitsOfTwin(contexts)}})]
        [ContextTask(Contexts = {{contexts}}, Objects = {{Fig5Settings.Objects}}, Structure = ContextStructure.Same)]
        public sealed partial class ManyContexts
        {
            [OneHotInput({{Fig5Settings.Objects}})] public partial Layer Item { get; }
            [OneHotInput({{contexts}})] public partial Layer Context { get; }

            [Hidden({{Fig5Settings.Units}}), From(nameof(Item), nameof(Context))]
            public partial Layer Common { get; }

            [Hidden({{Fig5Settings.Units}}), From(nameof(Item)), OnePerSubset(nameof(Context), {{contexts - 1}})]
            public partial LayerBank AllButOne { get; }

            [Output({{Fig5Settings.Block * (contexts + 1)}}), From(nameof(Common), nameof(AllButOne))]
            public partial Layer Properties { get; }
        }

        public static class Entry
        {
            public static ContextNetwork Create()
            {
                ManyContexts.Dataset data = ManyContexts.Experiment.CreateData();
                return new ContextNetwork(
                    Contexts: {{contexts}},
                    (init, seed, options) => new ManyContexts(init, seed).Train(data, options),
                    (init, seed, options) => new ManyContexts.ReluTwin(init, seed).Train(data, options),
                    (sigma, how, seed, epochs, step) => ManyContexts.Race.ForTwin(data, sigma, how, seed).Integrate(epochs, step).Loss,
                    (init, seed) =>
                    {
                        ManyContexts net = new(init, seed);
                        return new WatchedNetwork(options => net.Train(data, options), () => PathwayMaps.Of(
                            net.ItemToCommon, net.ContextToCommon, net.CommonToProperties, net.ItemToAllButOne, net.AllButOneToProperties));
                    },
                    (sigma, seed, options) => ManyContexts.Race.ForTwin(data, sigma, seed: seed).Integrate(options));
            }
        }
        """;
}
