namespace GateDsl.Generators.Tests.Generation;

/// <summary>Declarations that between them use every part of the language.</summary>
internal static class Declarations
{
    /// <summary>One-hot inputs, node gates by values and rules, edge gates, a bank, a twin.</summary>
    public const string ThreeContexts = """
        namespace Nets;

        /// <summary>Everywhere and in pairs.</summary>
        [GatedNetwork(Precision = Precision.Double), ReluTwin(7)]
        public partial class ThreeContexts
        {
            /// <summary>What is shown.</summary>
            [OneHotInput(4)] public partial Layer Item { get; }

            /// <summary>Where.</summary>
            [OneHotInput(3)] public partial Layer Context { get; }

            /// <summary>Everywhere.</summary>
            [Hidden(5), From(nameof(Item), nameof(Context)), ActiveWhen(nameof(Early))]
            public partial Layer Common { get; }

            /// <summary>In two of three.</summary>
            [Hidden(3), From(nameof(Item)), OnePerSubset(nameof(Context), 2)]
            public partial LayerBank Pairs { get; }

            /// <summary>What is known.</summary>
            [Output(6), From(nameof(Common), When = nameof(Late)), From(nameof(Pairs))]
            public partial Layer Properties { get; }

            private static bool Early(int item) => item < 3;

            private static bool Late(int context) => context > 0;
        }
        """;

    /// <summary>Dense input and selector, a skip, two outputs of which one is gated, banks that feed banks, a self-gated layer; single precision.</summary>
    public const string Routes = """
        namespace Nets;

        /// <summary>Two ways out.</summary>
        [GatedNetwork]
        public partial class Routes
        {
            /// <summary>Features.</summary>
            [Input(3)] public partial Layer Pixels { get; }

            /// <summary>Which way.</summary>
            [Selector(4)] public partial Selector Way { get; }

            /// <summary>By way.</summary>
            [Hidden(2), From(nameof(Pixels)), OnePer(nameof(Way))] public partial LayerBank Encoders { get; }

            /// <summary>By pairs of ways.</summary>
            [Hidden(3), From(nameof(Encoders)), OnePerSubset(nameof(Way), 2)] public partial LayerBank Mixers { get; }

            /// <summary>Rectified.</summary>
            [Hidden(4), From(nameof(Mixers)), SelfGated] public partial Layer Rectified { get; }

            /// <summary>One target each.</summary>
            [Output(2), From(nameof(Rectified), nameof(Pixels)), OnePer(nameof(Way))] public partial LayerBank Near { get; }

            /// <summary>Not everywhere.</summary>
            [Output(3), From(nameof(Mixers)), ActiveIn(nameof(Way), 0, 2)] public partial Layer Far { get; }
        }
        """;

    /// <summary>What is never on together: no path reaches an output.</summary>
    public const string WithoutPaths = """
        [GatedNetwork]
        public partial class WithoutPaths
        {
            [OneHotInput(3)] public partial Layer Item { get; }
            [Hidden(2), From(nameof(Item)), ActiveIn(nameof(Item), 0)] public partial Layer H { get; }
            [Output(2), From(nameof(H)), ActiveIn(nameof(Item), 1)] public partial Layer Out { get; }
        }
        """;

    /// <summary>No statistics, and a hidden layer wider than what it touches.</summary>
    public const string RacingWider = """
        [GatedNetwork]
        public partial class RacingWider
        {
            [Input(3)] public partial Layer X { get; }
            [Hidden(40), From(nameof(X))] public partial Layer H { get; }
            [Output(2, Loss = OutputLoss.Logistic), From(nameof(H))] public partial Layer Out { get; }
        }
        """;

    /// <summary>Networks that race by pathways, by batches, with their twin alone, and not at all; the first has gates that are numbers.</summary>
    public static readonly string[] OfEveryRace =
    [
        """
        [GatedNetwork, ReluTwin(7)]
        public partial class Pathways
        {
            [Input(3)] public partial Layer X { get; }
            [GateInput(2)] public partial GateInput Open { get; }
            [Hidden(4), From(nameof(X)), OnePer(nameof(Open))] public partial LayerBank Experts { get; }
            [Output(2), From(nameof(Experts))] public partial Layer Out { get; }
        }
        """,
        """
        [GatedNetwork]
        public partial class Batches
        {
            [Input(3)] public partial Layer X { get; }
            [Hidden(4, Bias = true), From(nameof(X))] public partial Layer H { get; }
            [Output(2, Loss = OutputLoss.CrossEntropy), From(nameof(H))] public partial Layer Out { get; }
        }
        """,
        """
        [GatedNetwork, ReluTwin(7)]
        public partial class TwinAlone
        {
            [Input(3)] public partial Layer X { get; }
            [Hidden(4), From(nameof(X)), SelfGated(Slope = 0.25)] public partial Layer H { get; }
            [Output(2), From(nameof(H))] public partial Layer Out { get; }
        }
        """,
        """
        [GatedNetwork]
        public partial class Neither
        {
            [Input(3)] public partial Layer X { get; }
            [Hidden(4), From(nameof(X)), SelfGated] public partial Layer H { get; }
            [Output(2), From(nameof(H))] public partial Layer Out { get; }
        }
        """,
    ];
}
