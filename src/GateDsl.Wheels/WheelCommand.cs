namespace GateDsl.Wheels;

/// <summary>
/// The command line: <c>library FILE</c> packs a native library, <c>loader FILE</c> the Python package that loads any. The file has a setting a
/// line, NAME=VALUE, as paths on a command line would have to be quoted.
/// </summary>
/// <param name="error">For one line on what went wrong, in the form that a build shows as an error.</param>
internal sealed class WheelCommand(TextWriter error)
{
    /// <summary>Does what the arguments say.</summary>
    /// <returns>0: done; 2: wrong settings; 1: a file could not be read or written.</returns>
    public int Run(string[] args)
    {
        try
        {
            if (args is not [string what, string file])
            {
                return Refuse("Call: library FILE, or loader FILE, with a setting NAME=VALUE a line.", code: 2);
            }

            Settings settings = Settings.Read(file);
            switch (what)
            {
                case "library":
                    LibraryWheel.Write(settings);
                    return 0;
                case "loader":
                    LoaderWheel.Write(settings);
                    return 0;
                default:
                    return Refuse($"There is no '{what}'; call library FILE, or loader FILE.", code: 2);
            }
        }
        catch (SettingException exception)
        {
            return Refuse(exception.Message, code: 2);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse(exception.Message, code: 1);
        }
    }

    private int Refuse(string reason, int code)
    {
        error.WriteLine($"GateDsl : error GDSLPY : {reason.ReplaceLineEndings(" ")}");
        return code;
    }
}
