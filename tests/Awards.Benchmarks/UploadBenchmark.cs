using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using Awards.Testing.Files;
using Awards.Web.Data.Seeding;

namespace Awards.Benchmarks;

/// <summary>Uploads of almost 20 MB through the page: time and the server's highest memory.</summary>
internal static class UploadBenchmark
{
    public static async Task<int> RunAsync(int times)
    {
        var data = Directory.CreateTempSubdirectory("awards-bench-").FullName;
        var url = $"http://localhost:{AwardsProcess.FreePort()}";
        using var server = await AwardsProcess.ServeAsync("demo", data, url);
        try
        {
            using var lead = await PageBenchmark.SignInAsync(url, "leitung@demo.example");
            var address = $"/institut/{DemoSeeder.Today}/downloads";
            var file = CraftedPdf.OfSize(19_900_000);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"before: peak {AwardsProcess.PeakMegabytes(server.Id):0} MB"));
            for (var number = 1; number <= times; number++)
            {
                var answer = await lead.GetAsync(address);
                if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
                    foreach (var cookie in cookies) lead.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
                var token = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("form[enctype] [name=__RequestVerificationToken]")!.GetAttribute("value")!;
                using var form = new MultipartFormDataContent
                {
                    { new StringContent($"Datei {number}"), "Input.TitleDe" },
                    { new StringContent("Office"), "Input.Audience" },
                    { new StringContent(token), "__RequestVerificationToken" },
                    { new ByteArrayContent(file), "Upload", "datei.pdf" },
                };
                var watch = Stopwatch.StartNew();
                var result = await lead.PostAsync(address, form);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"upload {number}: {(int)result.StatusCode}, {watch.Elapsed.TotalSeconds:0.00} s, peak {AwardsProcess.PeakMegabytes(server.Id):0} MB"));
            }
            return 0;
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(data, recursive: true);
        }
    }
}
