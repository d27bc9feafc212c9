using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Awards.Web.Data.Seeding;

namespace Awards.Benchmarks;

/// <summary>Pages under wrk at 8 connections, signed in as the persons who use them, against the published demo.</summary>
internal static partial class PageBenchmark
{
    public static async Task<int> RunAsync(int seconds)
    {
        var data = Directory.CreateTempSubdirectory("awards-bench-").FullName;
        var url = $"http://localhost:{AwardsProcess.FreePort()}";
        using var server = await AwardsProcess.ServeAsync("demo", data, url);
        try
        {
            var lead = await SignInAsync(url, "leitung@demo.example");
            var reviewer = await SignInAsync(url, "vorpruefung01@demo.example");
            var sheet = SheetLink().Match(await reviewer.GetStringAsync("/vorpruefung")).Value;
            Console.WriteLine($"wrk, 8 connections, {seconds} s each, {Environment.ProcessorCount} cores shared with wrk");
            Console.WriteLine($"{"page",-44}{"requests/s",12}{"p50",10}{"p99",10}{"errors",8}");
            foreach (var (name, client, path) in new[]
            {
                ("list of the 142 entries with scores", lead, $"/institut/{DemoSeeder.Reference}/beitraege?anzahl=alle"),
                ("one entry with its reviews", lead, $"/institut/{DemoSeeder.Reference}/beitraege/42"),
                ("review form", reviewer, sheet),
                ("public list of entries", lead, $"/wettbewerbe/{DemoSeeder.Reference}/beitraege"),
                ("start page", lead, "/"),
            })
            {
                await MeasureAsync(url + path, client.DefaultRequestHeaders.GetValues("Cookie").Single(), 5);
                Console.WriteLine(Row(name, await MeasureAsync(url + path, client.DefaultRequestHeaders.GetValues("Cookie").Single(), seconds)));
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"server's peak memory: {AwardsProcess.PeakMegabytes(server.Id):0} MB"));
            return 0;
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Signs in through the page and keeps the cookies.</summary>
    /// <param name="timed">Told how long the answer to the password took, in ms.</param>
    public static async Task<HttpClient> SignInAsync(string url, string mail, Action<double>? timed = null)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var first = new HttpClient(handler) { BaseAddress = new Uri(url) };
        var page = await first.GetStringAsync("/anmelden");
        var token = new HtmlParser().ParseDocument(page).QuerySelector("form:has([name='Input.Mail']) [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var begun = Stopwatch.GetTimestamp();
        var answer = await first.PostAsync("/anmelden", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Mail"] = mail,
            ["Input.Password"] = DemoAccounts.Password,
            ["__RequestVerificationToken"] = token,
        }));
        timed?.Invoke(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        if ((int)answer.StatusCode != 302) throw new InvalidOperationException($"{mail} could not sign in: {answer.StatusCode}");
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(url) };
        client.DefaultRequestHeaders.Add("Cookie", handler.CookieContainer.GetCookieHeader(new Uri(url)));
        return client;
    }

    private static async Task<string> MeasureAsync(string address, string cookie, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t2", "-c8", $"-d{seconds}s", "--latency", "-H", $"Cookie: {cookie}", address]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("wrk is missing (Debian: apt-get install wrk).");
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return output;
    }

    private static string Row(string name, string output)
    {
        string Find(string pattern) => Regex.Match(output, pattern, RegexOptions.Multiline).Groups[1].Value;
        var errors = Find(@"Non-2xx or 3xx responses: (\d+)");
        return $"{name,-44}{Find(@"Requests/sec:\s+([\d.]+)"),12}{Find(@"^\s+50%\s+(\S+)"),10}{Find(@"^\s+99%\s+(\S+)"),10}{(errors.Length == 0 ? "0" : errors),8}";
    }

    [GeneratedRegex($"/vorpruefung/{DemoSeeder.Reference}/boegen/[0-9a-f-]+")]
    private static partial Regex SheetLink();
}
