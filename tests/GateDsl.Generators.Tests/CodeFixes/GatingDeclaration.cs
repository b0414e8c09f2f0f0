namespace GateDsl.Generators.Tests.CodeFixes;

/// <summary>A declaration around the layers that a fix changes.</summary>
internal static class GatingDeclaration
{
    public static string Net(string layers, string sources) => $$"""
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [OneHotInput(3)] public partial Layer Context { get; }
            [Hidden(8), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
        {{layers}}
            [Output(7), {{sources}}] public partial Layer Properties { get; }

            private static bool Odd(int item, int context) => (item + context) % 2 == 1;

            private static bool Pair(int item, int context) => (item, context) is (0, 1) or (2, 0);
        }
        """;
}
