using GateDsl.Reference;

if (args.Length != 1)
{
    Console.Error.WriteLine("One argument: the folder that the pages are written to.");
    return 2;
}

Directory.CreateDirectory(args[0]);
IReadOnlyDictionary<string, string> pages = ApiReference.WritePages(AppContext.BaseDirectory);
foreach ((string name, string text) in pages)
{
    File.WriteAllText(Path.Combine(args[0], name), text);
}

Console.WriteLine($"{pages.Count} pages of the API reference are in {args[0]}");
return 0;
