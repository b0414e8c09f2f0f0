using System.Text.RegularExpressions;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Documentation;

/// <summary>The header of the C surface, and the program of its page, as a C compiler reads them.</summary>
public sealed class NativeHeaderTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "GateDsl", "Native");

    [GccFact]
    public void TheHeaderIsPlainC99() => AssertCompiles("c99", "#include \"gatedsl.h\"\n#include \"gatedsl.h\"\nint main(void) { return GATEDSL_OK; }\n");

    [GccFact]
    public void TheProgramOfThePageCompiles()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "native.md")).ReplaceLineEndings("\n");
        Match program = Regex.Match(page, "```c\n(.*?)```", RegexOptions.Singleline);
        Assert.True(program.Success);
        AssertCompiles("c99", program.Groups[1].Value);
    }

    /// <summary>The runtime and the tests write the struct down a second time.</summary>
    [GccFact]
    public void TheStructOfAnArrayIsLaidOutAsDocumented() => AssertCompiles("c11", """
        #include <stddef.h>
        #include "gatedsl.h"
        _Static_assert(sizeof(gatedsl_array) == 3 * sizeof(void *) + 8, "size");
        _Static_assert(offsetof(gatedsl_array, name) == 0, "name");
        _Static_assert(offsetof(gatedsl_array, data) == sizeof(void *), "data");
        _Static_assert(offsetof(gatedsl_array, shape) == 2 * sizeof(void *), "shape");
        _Static_assert(offsetof(gatedsl_array, rank) == 3 * sizeof(void *), "rank");
        _Static_assert(offsetof(gatedsl_array, type) == 3 * sizeof(void *) + 4, "type");
        int main(void) { return 0; }

        """);

    private static void AssertCompiles(string standard, string program)
    {
        (int exitCode, string output) = GccFactAttribute.Run($"-x c -std={standard} -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I \"{Folder}\" -", program);
        Assert.True(exitCode == 0, output);
    }
}
