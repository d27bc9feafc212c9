using Awards.Benchmarks;

return args switch
{
    ["import", ..] => await ImportBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000),
    ["answers", ..] => await AnswersBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000, 5),
    ["pages", ..] => await PageBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10),
    ["kill", ..] => await KillTest.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 100),
    ["upload", ..] => await UploadBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5),
    ["mailkill", ..] => await MailKillTest.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 50,
        args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 500, args.Length > 3 ? args[3] : null),
    ["signin", ..] => await SignInBenchmark.RunAsync(args.Length > 1 ? args[1] : null),
    ["municipalities", ..] => await MunicipalityBenchmark.RunAsync(args.Length > 1 ? args[1] : null),
    ["deadline-rush", ..] => await DeadlineRush.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 2000,
        args.Length > 2 ? double.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 10, args.Length > 3 ? args[3] : null),
    ["questionnaire", ..] => await DeadlineRush.QuestionnaireAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1000, args.Length > 2 ? args[2] : null),
    ["assign", ..] => await AssignBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 3),
    ["text", ..] => await TextBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 200),
    ["volume", ..] => await VolumeBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 142),
    ["form", ..] => FormBenchmark.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 200),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("""
        dotnet run -c Release --project tests/Awards.Benchmarks -- VERB
          import [ROWS]     import of generated rows and all tables over them: time and memory (default 10000)
          answers [ROWS]    download of all answers from the office, 142 and many entries: time and the server's memory (default 10000)
          pages [SECONDS]   wrk at 8 connections, signed in: list of the 142 entries, one entry, review form
          kill [TIMES]      kill -9 at random moments while a client submits; every confirmed submission must be there (default 100)
          upload [TIMES]    upload of a PDF of 20 MB through the page: time and the server's memory (default 5)
          mailkill [TIMES] [MAILS] [CONNECTION]
                            kill -9 at random moments while mails go out to a real SMTP server; each must arrive exactly once or be listed as
                            unsure (default 50 and 500; CONNECTION = a PostgreSQL that holds nothing yet)
          signin [CONNECTION]
                            200 wrong passwords in 10 s against one account while others sign in and load pages: their times, and what the guesser
                            is told (CONNECTION = a PostgreSQL that holds nothing yet)
          municipalities [CONNECTION]
                            the official register in and out: time and memory; then searches over 16,000 rows (CONNECTION = a PostgreSQL that holds
                            nothing yet)
          deadline-rush [MUNICIPALITIES] [MINUTES] [CONNECTION]
                            municipalities that are signed in fill and submit their applications, saved by themselves, against one server: times,
                            failed saves, lost answers, mails that wait (default 2000 and 10; CONNECTION = a PostgreSQL that holds nothing yet)
          questionnaire [TIMES] [CONNECTION]
                            one clerk opens a section of the questionnaire and saves an answer, one request after another (default 1000; CONNECTION as above)
          assign [TIMES]    the pair solver on generated instances of several sizes, best and worst of some runs (default 3)
          text [TIMES]      counts the pages of a text of five pages in its PDF: times, alone and eight at once (default 200); starts no ./awards
          volume [REPORTS]  the jury's volume of generated reports as PDF and DOCX: time and memory (default 142; aim 10 s); starts no ./awards
          form [TIMES]      writes and reads the application form (XLSX) of the demo's call: times and allocations (default 200); starts no ./awards
        Each starts ./awards by itself in a temporary data directory; with ConnectionStrings__Awards it uses that PostgreSQL.
        """);
    return 2;
}
