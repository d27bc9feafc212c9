using System.Globalization;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Data.Entries;
using Awards.Web.Platform.Jobs;
using Awards.Web.Tests.Stages.Jury;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Naughty;

/// <summary>A competition in which every text is a naughty string: whatever shows, exports or sends it shows it as text.</summary>
public sealed class ShownTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        if (!Directory.Exists(SharedFactAttribute.Folder)) return;
        _host = await AwardsHost.StartAsync();
        var question = new LongTextQuestion { Code = "free", Text = "Freie Antwort", MaxLength = 1000 };
        _world = await World.CreateAsync(_host, definition => definition with
        {
            Questionnaire = definition.Questionnaire with { Sections = [.. definition.Questionnaire.Sections, new Section { Code = "free", Title = "Frei", Questions = [question] }] },
        });
        var number = 0;
        foreach (var text in NaughtyStrings.Stored)
        {
            await _world.AdmitAsync(++number, answers: AnswerSet.Empty.With("free", text), texts: new ApplicationTexts
            {
                Title = text,
                Department = text,
                Website = text,
                Summary = text,
                Description = text,
                ContactName = text,
                ContactMail = "amt@musterstadt.example",
            }, projects: [new(text, text)]);
        }
    }

    public async Task DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    [SharedFact]
    public async Task Lists_and_entries_show_them_as_text()
    {
        var count = NaughtyStrings.Stored.Count;
        using (var lead = await _host.SignedInAsync(Cast.Lead))
        {
            for (var page = 1; page <= count / 200 + 1; page++)
                foreach (var address in new[] { $"/institut/{World.Slug}/bewerbungen?anzahl=200&seite={page}", $"/institut/{World.Slug}/beitraege?anzahl=200&seite={page}", $"/institut/{World.Slug}/protokoll?seite={page}" })
                    (await lead.GetAsync(address)).ShouldShowTextAsText(address);
            for (var number = 1; number <= count; number += 3) (await lead.GetAsync($"/institut/{World.Slug}/beitraege/{number}")).ShouldShowTextAsText(NaughtyStrings.Stored[number - 1]);
        }
        _host.Clock.Now = _world.Publication();
        using var reader = _host.Visitor();
        for (var page = 1; page <= count / 200 + 1; page++) (await reader.GetAsync($"/wettbewerbe/{World.Slug}/beitraege?anzahl=200&seite={page}")).ShouldShowTextAsText($"page {page}");
        for (var number = 1; number <= count; number++)
        {
            var answer = await reader.GetAsync($"/wettbewerbe/{World.Slug}/beitraege/{number}");
            answer.ShouldShowTextAsText(NaughtyStrings.Stored[number - 1]);
            answer.Page.QuerySelector("h1")!.TextContent.ShouldContain(NaughtyStrings.Stored[number - 1].Trim()[..Math.Min(5, NaughtyStrings.Stored[number - 1].Trim().Length)]);
        }
    }

    [SharedFact]
    public async Task Exports_hold_them_harmless_and_read_back_the_same()
    {
        using var target = new StringWriter(CultureInfo.InvariantCulture);
        await _host.DbAsync(db => EntryCsvWriter.WriteAsync(db, _world.Call, target));
        var bytes = System.Text.Encoding.UTF8.GetBytes(target.ToString());
        var (rows, faults) = EntryCsvReader.Read(bytes, _world.Call.Definition.Questionnaire);
        faults.ShouldBeEmpty();
        rows.Select(row => row.Answers["free"]).ShouldBe(NaughtyStrings.Stored);
        using var lead = await _host.SignedInAsync(Cast.Lead);
        var log = System.Text.Encoding.UTF8.GetString((await lead.DownloadAsync($"/institut/{World.Slug}/protokoll.csv")).Content);
        foreach (var cell in Cells(log)) (cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) && !int.TryParse(cell, CultureInfo.InvariantCulture, out _)).ShouldBeFalse(cell);
    }

    [SharedFact]
    public async Task Mails_carry_them_without_a_new_header_and_documents_are_still_made()
    {
        var ids = await _host.DbAsync(db => db.Applications.OrderBy(each => each.ArrivalNumber).Select(each => each.Id).ToListAsync());
        using var scope = _host.Services.CreateScope();
        var receipts = scope.ServiceProvider.GetRequiredService<IReceiptDocuments>();
        foreach (var id in ids.Where((_, at) => at % 12 == 0))
            (await receipts.RenderAsync(id, "de", CancellationToken.None))!.Value.Pdf[..5].ShouldBe("%PDF-"u8.ToArray());
        await _world.WriteAsync(db =>
        {
            foreach (var text in NaughtyStrings.All) db.Outbox.Add(Web.Data.OutboxMessage.Write("amt@musterstadt.example", text, text, _host.Clock.Now));
            return Task.FromResult(true);
        });
        var job = scope.ServiceProvider.GetRequiredService<OutboxJob>();
        while (await job.SendDueAsync(CancellationToken.None) > 0) { }
        (await _host.DbAsync(db => db.Outbox.Where(mail => mail.State != Web.Data.OutboxState.Sent).Select(mail => mail.Subject + ": " + mail.LastError).ToListAsync())).ShouldBeEmpty();
        string[] known = ["From", "To", "Date", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Language", "Auto-Submitted", "Message-ID", "X-Sender", "X-Receiver"];
        var files = Directory.GetFiles(Path.Combine(_host.Folder, "mail"), "*.eml");
        files.Length.ShouldBe(NaughtyStrings.All.Count);
        foreach (var file in files)
        {
            var head = (await File.ReadAllTextAsync(file)).Split("\r\n\r\n")[0].Split("\r\n").Where(line => !line.StartsWith(' ') && !line.StartsWith('\t'));
            head.Select(line => line.Split(':')[0]).Except(known, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty(file);
        }
    }

    private static IEnumerable<string> Cells(string csv)
    {
        var separator = csv.TrimStart('\uFEFF').Split('\n')[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        using var reader = CsvReader.FromText(csv.TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = false, Separator = separator, FieldCountMismatch = CsvFieldCountHandling.Allow });
        while (reader.Read())
            for (var at = 0; at < reader.FieldCount; at++) yield return reader.GetString(at);
    }
}
