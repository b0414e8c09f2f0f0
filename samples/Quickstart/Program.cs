Console.WriteLine("GateDsl");
