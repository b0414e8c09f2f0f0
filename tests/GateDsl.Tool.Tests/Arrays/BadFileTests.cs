using GateDsl.Tool.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Arrays;

/// <summary>Files that are no arrays of finite floating-point numbers: one line that names the file and says what was expected.</summary>
public sealed class BadFileTests
{
    private const string Floats = "expected numbers of type float32 or float64";

    [Theory]
    [InlineData("<i8", "holds integers ('<i8'); " + Floats)]
    [InlineData("|u1", "holds integers ('|u1'); " + Floats)]
    [InlineData("|b1", "holds truth values ('|b1'); " + Floats)]
    [InlineData("<c8", "holds complex numbers ('<c8'); " + Floats)]
    [InlineData("|O", "holds Python objects ('|O'); " + Floats)]
    [InlineData("<f2", "holds floating-point numbers of another precision ('<f2'); " + Floats)]
    [InlineData("<U5", "holds text ('<U5'); " + Floats)]
    [InlineData("<M8[ns]", "holds dates ('<M8[ns]'); " + Floats)]
    public void NumbersOfAnotherTypeAreRefused(string type, string reason) =>
        Refused(NpyBytes.WithHeader($"{{'descr': '{type}', 'fortran_order': False, 'shape': (1, 2), }}\n", new byte[16]), reason);

    [Fact]
    public void RecordsAreRefused() => Refused(
        NpyBytes.WithHeader("{'descr': [('a', '<f4'), ('b', '<f4')], 'fortran_order': False, 'shape': (2,), }\n", new byte[16]),
        "holds records of several fields; " + Floats);

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 0), }", "holds no number (2 x 0); expected at least one")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }", "has an axis of '-2' elements; expected whole numbers")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647), }", "more elements than any file has room for")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (5000, 60000), }",
        "is truncated: it holds 8 bytes of numbers; expected 1200000000 for 5000 x 60000")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", "goes on after its array: it holds 8 bytes of numbers; expected 4 for 1")]
    [InlineData("{'descr': '<f4', 'fortran_order': False}", "its header is garbled; expected an array written by numpy.save")]
    [InlineData("{'descr': '<f4', 'fortran_order': 'no', 'shape': (2,), }", "its header is garbled")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': True, }", "its header is garbled")]
    [InlineData("import os", "its header is garbled")]
    public void AHeaderThatDoesNotFit(string header, string reason) => Refused(NpyBytes.WithHeader(header, new byte[8]), reason);

    [Fact]
    public void AFileCutOffAnywhere()
    {
        byte[] whole = NpyBytes.Of([1, 2, 3], [3], version: 2);
        int numbers = whole.Length - 12;
        Assert.All(Enumerable.Range(0, whole.Length), length => Refused(whole[..length], length switch
        {
            0 => "the file is empty; expected an array in .npy format",
            < 6 => "this is no .npy file; expected an array written by numpy.save, or a .csv file",
            _ when length < numbers => length < 8 ? "is cut off within its header" : "is cut off within its header; expected",
            _ => $"is truncated: it holds {length - numbers} bytes of numbers; expected 12 for 3 of 4 bytes each",
        }));
    }

    [Fact]
    public void AnotherVersionIsRefused() => Refused(NpyBytes.WithHeader("{}", [], version: 4), "is of .npy version 4; expected version 1, 2 or 3");

    /// <summary>The length is in four bytes, the lowest first.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void AHeaderLongerThanAnyArrayNeeds(int version) =>
        Refused([0x93, .. "NUMPY"u8, (byte)version, 0, 1, 2, 3, 4, 0], "its header claims 67305985 bytes; expected the header of one plain array");

    [Fact]
    public void AnArchiveIsRefused() =>
        Refused("PK\u0003\u0004torch"u8.ToArray(), "this is an archive (.npz, or torch.save), no .npy file; expected one array");

    [Fact]
    public void NumbersUnderAnotherName() => Refused("1,2\n3,4\n"u8.ToArray(), "this is no .npy file");

    [Theory]
    [InlineData(double.NaN, "element [1, 0] is NaN; expected finite numbers")]
    [InlineData(double.PositiveInfinity, "element [1, 0] is infinite; expected finite numbers")]
    [InlineData(double.NegativeInfinity, "element [1, 0] is infinite; expected finite numbers")]
    public void ANumberThatIsNotFinite(double value, string reason)
    {
        foreach (bool isFortranOrder in new[] { false, true })
        {
            Refused(NpyBytes.Of([0, 1, value, 3], [2, 2], "<f8", isFortranOrder), reason);
        }
    }

    [Fact]
    public void AFileThatIsNotThereIsRefused()
    {
        Refused("gone.npy", "there is no such file; expected an array in a .npy or .csv file");
        Refused("gone.csv", "there is no such file; expected an array in a .npy or .csv file");
        Refused("no such folder/gone.npy", "there is no such file");
        Refused("", "it cannot be read");
    }

    [Fact]
    public void AFolderIsRefused()
    {
        using TestFolder folder = new();
        Refused(folder.Path, "is a folder; expected an array in a .npy or .csv file");
        Refused(Directory.CreateDirectory(Path.Combine(folder.Path, "A.csv")).FullName, "is a folder; expected an array in a .npy or .csv file");
    }

    private static void Refused(byte[] content, string reason)
    {
        using TestFolder folder = new();
        string file = Path.Combine(folder.Path, "A.npy");
        File.WriteAllBytes(file, content);
        Refused(file, reason);
    }

    private static void Refused(string file, string reason)
    {
        BadInputException exception = Assert.Throws<BadInputException>(() =>
        {
            using NumberArray array = NumberArray.Open(file);
            array.ReadAll();
        });

        Assert.StartsWith($"{file}: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
