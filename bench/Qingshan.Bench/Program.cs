using Qingshan.Bench;

string[] known = ["append", "ais", "hj212", "startup", "picture"];
var asked = args is [] or ["all"] ? known : args;
if (asked.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"unknown benchmark: {unknown}\nusage: dotnet run -c Release --project bench/Qingshan.Bench [append|ais|hj212|startup|picture|all]");
    return 2;
}

// What happens on the way goes to standard error; standard output is the table alone.
var figures = new List<Figure>();
foreach (var name in asked)
{
    figures.AddRange(name switch
    {
        "append" => [await AppendBench.RunAsync(Console.Error)],
        "ais" => AisBench.Run(Console.Error),
        "hj212" => Hj212Bench.Run(Console.Error),
        "picture" => await PictureBench.RunAsync(Console.Error),
        _ => await StartupBench.RunAsync(Console.Error),
    });
}

Figure.WriteTable(figures, Console.Out);
return 0;
