using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace GateDsl.Oracle;

/// <summary>
/// The independent answer: Z3 over the reals, one constraint per datapoint. It is asked in SMT-LIB through three functions that every version
/// of the native library has, because the managed binding needs a newer library than systems bring.
/// </summary>
internal sealed partial class Z3Oracle
{
    private readonly IntPtr _context = Z3_mk_context(Z3_mk_config());

    public bool IsImplementable(RandomQuestion question)
    {
        var script = new StringBuilder("(reset)(set-logic QF_LRA)");
        int features = question.Inputs[0].Length;
        for (int f = 0; f < features; f++)
        {
            script.Append(CultureInfo.InvariantCulture, $"(declare-const w{f} Real)");
        }

        for (int n = 0; n < question.Inputs.Count; n++)
        {
            string terms = string.Concat(question.Inputs[n].Select((x, f) =>
                string.Create(CultureInfo.InvariantCulture, $" (* {Number(x)} w{f})")));
            script.Append(CultureInfo.InvariantCulture, $"(assert ({(question.Gate[n] ? ">" : "<=")} (+ 0.0 0.0{terms}) 0.0))");
        }

        string answer = Marshal.PtrToStringUTF8(Z3_eval_smtlib2_string(_context, script.Append("(check-sat)").ToString()))!.Trim();
        return answer switch
        {
            "sat" => true,
            "unsat" => false,
            _ => throw new InvalidOperationException("Z3 answers " + answer),
        };
    }

    // SMT-LIB has decimals and quotients, but neither signs nor exponents.
    private static string Number(string number)
    {
        if (number[0] == '-')
        {
            return "(- " + Number(number[1..]) + ")";
        }

        string[] quotient = number.Split('/');
        if (quotient.Length == 2)
        {
            return "(/ " + quotient[0] + ".0 " + quotient[1] + ".0)";
        }

        return number switch
        {
            "1e-9" => "0.000000001",
            "1e-12" => "0.000000000001",
            "1e9" => "1000000000.0",
            _ => number.Contains('.', StringComparison.Ordinal) ? number : number + ".0",
        };
    }

    [LibraryImport("libz3")]
    private static partial IntPtr Z3_mk_config();

    [LibraryImport("libz3")]
    private static partial IntPtr Z3_mk_context(IntPtr config);

    [LibraryImport("libz3", StringMarshalling = StringMarshalling.Utf8)]
    private static partial IntPtr Z3_eval_smtlib2_string(IntPtr context, string script);
}
