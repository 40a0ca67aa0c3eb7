using Qingshan.Cli;

return await CommandLine.RunAsync(args);
