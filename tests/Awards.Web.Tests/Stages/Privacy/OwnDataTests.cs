using System.IO.Compression;
using System.Text.Json;
using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Privacy;

public sealed class OwnDataTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync(_host = await AwardsHost.StartAsync());

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_file_holds_everything_on_the_person_and_nothing_on_others()
    {
        await _world.SubmitAsync(1, texts: Texts("Eigene Kanarie", Cast.ClerkOne));
        await _world.SubmitAsync(2, texts: Texts("Fremde Kanarie", "fremd@test.example"));
        await _world.WriteAsync(db =>
        {
            db.Outbox.AddRange(OutboxMessage.Write(Cast.ClerkOne, "Betreff an mich", "Text an mich", _host.Clock.Now), OutboxMessage.Write(Cast.ClerkOne, "Link", "geheimes-wort", _host.Clock.Now, secret: true),
                OutboxMessage.Write(Cast.ClerkTwo, "Betreff an andere", "Text an andere", _host.Clock.Now));
            return Task.FromResult(true);
        });
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        (await clerk.GetAsync("/konto/daten")).TextOf("h1").ShouldBe("Meine Daten");
        var text = await TextAsync(clerk);
        foreach (var own in new[] { "Eigene Kanarie", Cast.ClerkOne, "Musterstadt 1", "Betreff an mich", "Text an mich", "SignedIn" }) text.ShouldContain(own);
        foreach (var foreign in new[] { "Fremde Kanarie", "fremd@test.example", Cast.ClerkTwo, "Betreff an andere", "geheimes-wort", await _host.DbAsync(db => db.Users.Where(each => each.Email == Cast.ClerkOne).Select(each => each.PasswordHash!).SingleAsync()) }) text.ShouldNotContain(foreign);
        JsonDocument.Parse(text).RootElement.GetProperty("sessions").GetArrayLength().ShouldBe(1);
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.OwnDataDownloaded && row.ObjectId == _world.Persons[Cast.ClerkOne]))).ShouldBe(1);

        var entry = await _world.AdmitAsync(3);
        var reviews = await _world.AssignAsync(entry);
        await _world.HandInAsync(reviews[0].Id, reasons: "Kanarie des ersten Bogens, lang genug.");
        await _world.HandInAsync(reviews[1].Id, reasons: "Kanarie des zweiten Bogens, lang genug.");
        using var reviewer = await _host.SignedInAsync(Cast.Reviewer(1));
        text = await TextAsync(reviewer);
        text.ShouldContain("Kanarie des ersten Bogens");
        text.ShouldNotContain("Kanarie des zweiten Bogens");
    }

    [Fact]
    public async Task A_new_address_counts_once_it_is_confirmed()
    {
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        const string fresh = "neu.clerk@test.example";
        await clerk.SubmitAsync(await clerk.GetAsync("/konto/adresse"), "main form", new() { ["NewMail"] = Cast.ClerkTwo });
        (await _host.DbAsync(db => db.AddressChanges.CountAsync())).ShouldBe(0);
        (await clerk.SubmitAsync(await clerk.GetAsync("/konto/adresse"), "main form", new() { ["NewMail"] = fresh })).Location.ShouldBe("/konto/daten");
        var mail = await _host.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync(each => each.Recipient == fresh));
        mail.Secret.ShouldBeTrue();
        var link = new Uri(mail.Body.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal))).AbsolutePath;
        using var visitor = _host.Visitor();
        var page = await visitor.GetAsync(link);
        (await _host.DbAsync(db => db.Users.AnyAsync(each => each.Email == fresh))).ShouldBeFalse();
        (await visitor.SubmitAsync(page, "main form")).Location.ShouldBe("/anmelden");
        (await visitor.SubmitAsync(page, "main form")).Text.ShouldContain("schon benutzt");
        (await clerk.GetAsync("/konto")).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.Outbox.CountAsync(each => each.Recipient == Cast.ClerkOne && !each.Secret))).ShouldBe(1);
        using var again = await _host.SignedInAsync(fresh);
        (await again.GetAsync("/konto")).Text.ShouldContain(fresh);
    }

    [Fact]
    public async Task An_erased_account_leaves_nothing_but_its_work()
    {
        await _world.SubmitAsync(1, texts: Texts("Eigene Kanarie", Cast.ClerkOne));
        await _world.WriteAsync(db =>
        {
            db.Outbox.Add(OutboxMessage.Write(Cast.ClerkOne, "Betreff", "Text", _host.Clock.Now));
            return Task.FromResult(true);
        });
        var entry = await _world.AdmitAsync(3);
        var before = await TablesAsync();
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        var page = await clerk.GetAsync("/konto/daten");
        (await clerk.SubmitAsync(page, "main form:has([name=Meant])")).Page.QuerySelector("[data-errors]").ShouldNotBeNull();
        (await clerk.SubmitAsync(page, "main form:has([name=Meant])", new() { ["Meant"] = "true" })).Location.ShouldBe("/anmelden");
        (await clerk.GetAsync("/konto")).IsRedirect.ShouldBeTrue();
        await Should.ThrowAsync<InvalidOperationException>(() => _host.SignedInAsync(Cast.ClerkOne));
        (await _host.CheckAsync()).ShouldBeEmpty();
        (await TablesAsync()).ShouldBe(before);
        await _host.DbAsync(async db =>
        {
            var values = await db.Set<AuditValues>().Select(each => each.Json).ToListAsync();
            values.ShouldNotContain(json => json.Contains(Cast.ClerkOne, StringComparison.OrdinalIgnoreCase) || json.Contains("Eigene Kanarie", StringComparison.Ordinal));
            (await db.Users.AnyAsync(each => each.Email == Cast.ClerkOne)).ShouldBeFalse();
            (await db.Outbox.AnyAsync(each => each.Recipient == Cast.ClerkOne)).ShouldBeFalse();
            (await db.Applications.AnyAsync(each => each.Texts.ContactName == "Eigene Kanarie")).ShouldBeFalse();
            (await db.Users.SingleAsync(each => each.Id == _world.Persons[Cast.ClerkOne])).DisplayName.ShouldBe("gelöschtes Konto");
            return true;
        });
        File.ReadAllText(Path.Combine(_host.Folder, "erasures.txt")).ShouldContain(_world.Persons[Cast.ClerkOne].ToString());
        // A trace that came back is found.
        await _world.WriteAsync(db =>
        {
            db.Outbox.Add(OutboxMessage.Write(Cast.ClerkOne, "Betreff", "Text", _host.Clock.Now.AddDays(-1)));
            return Task.FromResult(true);
        });
        (await _host.CheckAsync()).ShouldHaveSingleItem().ShouldContain("gelöschten Kontos");
    }

    [Fact]
    public async Task The_last_lead_and_a_reviewer_with_open_sheets_are_told_how_to_mend_it()
    {
        await _world.AssignAsync(await _world.AdmitAsync(1));
        foreach (var (mail, word) in new[] { (Cast.Lead, "letzte Leitung"), (Cast.Reviewer(1), "1 offene Prüfbögen") })
        {
            using var visitor = await _host.SignedInAsync(mail);
            (await visitor.GetAsync("/konto/daten")).Text.ShouldContain(word);
            using var scope = _host.Services.CreateScope();
            (await scope.ServiceProvider.GetRequiredService<Erasures>().EraseAsync(_world.Persons[mail], new(null, _host.Clock.Now))).Refusal!.Code.ShouldStartWith("erasure.");
        }
    }

    [Fact]
    public async Task What_a_restored_backup_brings_back_is_erased_again()
    {
        await File.WriteAllTextAsync(Path.Combine(_host.Folder, "erasures.txt"), $"{_world.Persons[Cast.Lead]} 2026-03-01T00:00:00Z\n");
        using var scope = _host.Services.CreateScope();
        var erasures = scope.ServiceProvider.GetRequiredService<Erasures>();
        (await erasures.RepeatAsync(default)).ShouldBe(1);
        (await erasures.RepeatAsync(default)).ShouldBe(0);
        (await _host.DbAsync(db => db.Users.AnyAsync(each => each.Email == Cast.Lead))).ShouldBeFalse();
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    private async Task<string> TablesAsync() => string.Join("\n", CountedEntries.Tables(_world.Call, await _host.DbAsync(db => CountedEntries.LoadAsync(db, _world.Call.Id))).Select(table => JsonSerializer.Serialize(table)));

    private static ApplicationTexts Texts(string name, string mail) => new() { Title = "Beitrag", Summary = "Kurzfassung", ContactName = name, ContactMail = mail };

    private static async Task<string> TextAsync(Visitor visitor)
    {
        var (_, type, content) = await visitor.DownloadAsync("/konto/daten.zip");
        type.ShouldBe("application/zip");
        using var zip = new ZipArchive(new MemoryStream(content));
        zip.GetEntry("lies-mich.html").ShouldNotBeNull();
        using var reader = new StreamReader(zip.GetEntry("daten.json")!.Open());
        return await reader.ReadToEndAsync();
    }
}
