return await Awards.Web.CommandLine.AwardsCommands.RunAsync(args, Console.Out, Console.Error);
