return await Awards.Web.Platform.CommandLine.AwardsCommands.RunAsync(args, Console.Out, Console.Error);
