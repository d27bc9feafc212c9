using System.Diagnostics;
using System.Globalization;
using Awards.Testing;
using Awards.Web.Data.Seeding;

namespace Awards.Benchmarks;

/// <summary>
/// Kills the server with SIGKILL at random moments while a client submits applications. The client writes each confirmation to disk
/// before its next request; after every restart each confirmed submission must be there, unchanged.
/// </summary>
internal static class KillTest
{
    private sealed record Confirmed(string Receipt)
    {
        /// <summary>As the receipt showed it first; null while nobody has seen it.</summary>
        public string? Fingerprint { get; set; }
    }

    public static async Task<int> RunAsync(int times)
    {
        var data = Directory.CreateTempSubdirectory("awards-kill-").FullName;
        var url = $"http://localhost:{AwardsProcess.FreePort()}";
        var call = AwardsHost.Seed.Call(DemoSeeder.Today);
        var random = new Random();
        var confirmed = new List<Confirmed>();
        var lost = 0;
        var watch = Stopwatch.StartNew();
        await using var log = new FileStream(Path.Combine(data, "confirmed.log"), FileMode.Create, FileAccess.Write, FileShare.Read, 1);
        try
        {
            for (var kill = 1; kill <= times; kill++)
            {
                using var server = await AwardsProcess.ServeAsync("demo", data, url);
                using var visitor = new Visitor(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, new Uri(url));
                await visitor.SignInAsync("everswinkel@demo.example", DemoAccounts.Password);
                foreach (var earlier in confirmed.TakeLast(10)) lost += await IsThereAsync(visitor, earlier) ? 0 : 1;

                var killer = Task.Delay(random.Next(50, 1500)).ContinueWith(_ => server.Kill(), TaskScheduler.Default);
                await SubmitUntilDeadAsync(new Applicant(visitor, call), visitor, confirmed, log);
                await killer;
                await server.WaitForExitAsync();
                if (kill % 10 == 0) Console.WriteLine($"{kill} kills, {confirmed.Count} confirmed submissions, {lost} lost, {watch.Elapsed.TotalSeconds:0} s");
            }

            using var last = await AwardsProcess.ServeAsync("demo", data, url);
            using var reader = new Visitor(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, new Uri(url));
            await reader.SignInAsync("everswinkel@demo.example", DemoAccounts.Password);
            lost = 0;
            foreach (var each in confirmed) lost += await IsThereAsync(reader, each) ? 0 : 1;
            last.Kill();
            await last.WaitForExitAsync();
            var check = await AwardsProcess.RunAsync("check", "--data", data);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times} kills, {confirmed.Count} confirmed submissions, {lost} lost, check: {check.Output.Trim()} {check.Errors.Trim()}"));
            return lost == 0 && check.Code == 0 && confirmed.Count > 0 ? 0 : 1;
        }
        finally
        {
            await log.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task SubmitUntilDeadAsync(Applicant applicant, Visitor visitor, List<Confirmed> confirmed, FileStream log)
    {
        try
        {
            while (true)
            {
                var application = await applicant.BeginAsync();
                await applicant.FillAsync(application, $"Beitrag {confirmed.Count}");
                var answer = await applicant.SubmitAsync(application);
                if (answer.Location is not { } receipt || !receipt.EndsWith("/eingang", StringComparison.Ordinal)) throw new InvalidOperationException($"Not accepted: {answer.Text}");
                await log.WriteAsync(System.Text.Encoding.UTF8.GetBytes(receipt + "\n"));
                log.Flush(flushToDisk: true);
                confirmed.Add(new(receipt));
                confirmed[^1].Fingerprint = Fingerprint((await visitor.GetAsync(receipt)).Text);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
        {
            // The server is dead: what was in flight was never confirmed.
        }
    }

    private static async Task<bool> IsThereAsync(Visitor visitor, Confirmed submission)
    {
        var page = await visitor.GetAsync(submission.Receipt);
        var fingerprint = Fingerprint(page.Text);
        submission.Fingerprint ??= fingerprint;
        return page.Status == System.Net.HttpStatusCode.OK && fingerprint.Length == 64 && fingerprint == submission.Fingerprint;
    }

    /// <summary>The SHA-256 on the receipt.</summary>
    private static string Fingerprint(string page) => System.Text.RegularExpressions.Regex.Match(page, "[0-9a-f]{64}").Value;
}
