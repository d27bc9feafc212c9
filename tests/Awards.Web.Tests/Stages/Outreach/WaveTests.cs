using System.Net;
using System.Text;
using Awards.Domain.Applications;
using Awards.Domain.Outreach;
using Awards.Testing;
using Awards.Testing.Files;
using Awards.Web.Data;
using Awards.Web.Stages.Outreach;
using Awards.Web.Tests.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Outreach;

public sealed class WaveTests : IAsyncLifetime
{
    private const string Edit = "main form:has([name='Input.TextDe'])";

    private OutreachCase _case = null!;

    public async Task InitializeAsync() => _case = await OutreachCase.StartAsync(mail: true);

    public async Task DisposeAsync() => await _case.DisposeAsync();

    private Visitor Lead => _case.Lead;

    [Fact]
    public async Task A_text_can_be_tried_out_before_anybody_has_an_address()
    {
        async Task<Answer> TryAsync(ContactList list)
        {
            var made = await Lead.SubmitAsync(await Lead.GetAsync(OutreachLinks.NewWave(World.Slug)), "main form", new() { ["Name"] = "Probe", ["ListId"] = list.Id.ToString(), ["Kind"] = "First" });
            return await Lead.SubmitAsync(await Lead.GetAsync(made.Location!), "form[action*=Test]");
        }
        (await TryAsync(await _case.ListAsync())).TextOf("[data-errors]").ShouldContain("In der Liste steht noch niemand.");
        var list = await _case.ListAsync();
        await _case.World.WriteAsync(db =>
        {
            db.Contacts.Add(Contact.Missing(list, _case.World.Municipalities[0], _case.Host.Clock.Now));
            return Task.FromResult(true);
        });
        (await TryAsync(list)).IsRedirect.ShouldBeTrue();
        (await _case.Host.DbAsync(db => db.Outbox.Where(mail => mail.Subject.StartsWith("[Probe]")).Select(mail => mail.Body).FirstAsync())).ShouldContain("Musterstadt 1");
    }

    [Fact]
    public async Task A_wave_is_written_shown_tried_and_sent_with_its_files_to_everybody_who_may_get_it()
    {
        var list = await _case.ListAsync("1:amt@musterstadt.example", "2:refuse@musterstadt.example", "3:weg@musterstadt.example", "verband@bund.example");
        await _case.World.WriteAsync(db =>
        {
            db.MailSuppressions.Add(MailSuppression.Create("weg@musterstadt.example", _case.World.Call.Id, _case.Host.Clock.Now));
            return Task.FromResult(true);
        });
        var form = await Lead.GetAsync(OutreachLinks.NewWave(World.Slug));
        var empty = await Lead.SubmitAsync(form, "main form");
        empty.TextOf("#Name-error").ShouldContain("Namen");
        empty.TextOf("#ListId-error").ShouldContain("Bitte wählen Sie eine Kontaktliste aus.");
        empty.TextOf("#Kind-error").ShouldContain("Art der Aussendung");
        var made = await Lead.SubmitAsync(form, "main form", new() { ["Name"] = "Erste", ["ListId"] = list.Id.ToString(), ["Kind"] = "First" });
        made.IsRedirect.ShouldBeTrue(made.Text);
        var page = await Lead.GetAsync(made.Location!);
        var wrong = await Lead.SubmitAsync(page, Edit, new() { ["Input.SubjectDe"] = "", ["Input.TextDe"] = "{{unbekannt}}", ["Input.SubjectEn"] = "" });
        wrong.TextOf("[id='Input_SubjectDe-error']").ShouldContain("Betreff");
        wrong.TextOf("[id='Input_TextDe-error']").ShouldContain("„{{unbekannt}}“ gibt es hier nicht");
        wrong.TextOf("[id='Input_SubjectEn-error']").ShouldContain("beide");
        var preview = await Lead.SubmitAsync(page, Edit + "[method]", new() { ["Input.TextDe"] = "Guten Tag {{name}} <b>" });
        preview.IsRedirect.ShouldBeTrue();
        page = await Lead.GetAsync(made.Location!);
        var shown = await Lead.PostRawAsync(made.Location! + "?handler=Preview", Fields(page, ("Input.TextDe", "Liebe {{name}} <b>")));
        shown.TextOf("#vorschau").ShouldContain("Liebe Musterstadt 1 <b>");
        shown.Page.QuerySelector("#vorschau b").ShouldBeNull();

        var attached = await Lead.UploadAsync(page, "form[enctype]", [], "Upload", "Faltblatt.pdf", new ByteArrayContent(CraftedPdf.WithCatalog("", CraftedPdf.Stream("", "Inhalt"u8.ToArray()))));
        attached.IsRedirect.ShouldBeTrue(attached.Text);
        (await Lead.UploadAsync(page, "form[enctype]", [], "Upload", "x.pdf", new ByteArrayContent("kein pdf"u8.ToArray()))).TextOf("#Upload-error").ShouldContain("Dateityp");
        page = await Lead.GetAsync(made.Location!);
        page.TextsOf("li a").ShouldContain("Faltblatt.pdf");

        (await Lead.SubmitAsync(page, "form[action*=Test]")).IsRedirect.ShouldBeTrue();
        (await _case.SendAsync()).ShouldBe(2);
        var (to, raw) = await _case.Smtp.NextAsync();
        to.ShouldBe([Cast.Lead]);
        OutboxCase.Headers(raw).Select(OutboxCase.Decoded).ShouldContain(header => header.StartsWith("Subject: [Probe] ", StringComparison.OrdinalIgnoreCase));
        await _case.Smtp.NextAsync();

        (await Lead.SubmitAsync(page, "form[action*=Release]")).TextOf("#Confirmed-error").ShouldContain("Bitte bestätigen Sie");
        (await Lead.SubmitAsync(page, "form[action*=Release]", new() { ["Confirmed"] = "true", ["Day"] = "2026-13-01", ["Time"] = "25:00" })).TextOf("#Day-error").ShouldContain("Tag");
        (await Lead.SubmitAsync(page, "form[action*=Release]", new() { ["Confirmed"] = "true", ["Day"] = "2026-01-01", ["Time"] = "08:00" })).TextOf("#Day-error").ShouldContain("vorbei");
        (await Lead.SubmitAsync(page, "form[action*=Release]", new() { ["Confirmed"] = "true" })).Location.ShouldEndWith("/stand");
        (await Lead.SubmitAsync(page, Edit)).TextOf("main").ShouldContain("schon geplant oder begonnen");
        (await _case.RunAsync()).ShouldBe(3);
        (await _case.SendAsync()).ShouldBe(2);
        var arrived = new[] { await _case.Smtp.NextAsync(), await _case.Smtp.NextAsync() }.OrderBy(mail => mail.To[0], StringComparer.Ordinal).ToList();
        arrived.Select(mail => mail.To.Single()).ShouldBe(["amt@musterstadt.example", "verband@bund.example"]);
        raw = arrived[0].Raw;
        var headers = OutboxCase.Headers(raw);
        headers.ShouldContain(header => header.StartsWith("List-Unsubscribe: <https://wettbewerb.example/abbestellen/", StringComparison.OrdinalIgnoreCase));
        raw.ShouldContain("Faltblatt.pdf");
        OutboxCase.Part(raw, "text/plain").ShouldStartWith("Guten Tag Musterstadt 1 <b>");

        (await _case.RunAsync()).ShouldBe(0);
        var progress = await Lead.GetAsync(made.Location! + "/stand");
        progress.TextOf(".kern-badge").ShouldBe("abgeschlossen");
        progress.TextsOf("table:first-of-type td").Take(2).ShouldBe(["3", "1"]);
        (await _case.Host.DbAsync(db => db.Bounces.SingleAsync())).ShouldSatisfyAllConditions(bounce => bounce.Kind.ShouldBe(BounceKind.Hard), bounce => bounce.Source.ShouldBe(BounceSource.Server), bounce => bounce.Status.ShouldBe("550"));
        (await Lead.GetAsync(OutreachLinks.List(World.Slug, list.Id) + "?stand=unzustellbar")).TextsOf("tbody th").ShouldBe(["Musterstadt 2"]);

        var second = await _case.WaveAsync(list, WaveKind.Reminder);
        (await _case.RunAsync()).ShouldBe(2);
        (await _case.OutcomesAsync(second))[AddressKey.Of("refuse@musterstadt.example")].ShouldBe(WaveOutcome.Undeliverable);
        (await _case.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reminder_leaves_out_who_began_or_handed_in_an_application()
    {
        var list = await _case.ListAsync("1:a@musterstadt.example", "2:b@musterstadt.example", "2:b2@musterstadt.example", "3:c@musterstadt.example");
        var first = await _case.WaveAsync(list);
        (await _case.RunAsync()).ShouldBe(4);
        await _case.World.SubmitAsync(2);
        await _case.World.WriteAsync(db =>
        {
            db.Applications.Add(Application.Start(_case.World.Call, _case.World.Municipalities[2], new(null, _case.Host.Clock.Now)).Fact);
            return Task.FromResult(true);
        });
        var again = await _case.WaveAsync(list, WaveKind.First, name: "Noch einmal");
        (await _case.RunAsync()).ShouldBe(1);
        (await _case.OutcomesAsync(again)).Values.Order().ShouldBe([WaveOutcome.Written, WaveOutcome.Applied, WaveOutcome.Applied, WaveOutcome.Applied]);
        var unwritten = await _case.WaveAsync(await _case.ListAsync("1:neu@musterstadt.example", "4:d@musterstadt.example"), audience: WaveAudience.NotWritten);
        (await _case.RunAsync()).ShouldBe(1);
        (await _case.OutcomesAsync(unwritten))[AddressKey.Of("neu@musterstadt.example")].ShouldBe(WaveOutcome.WrittenBefore);
        (await _case.OutcomesAsync(first)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Whatever_breaks_off_nobody_is_written_to_twice_and_nobody_missed()
    {
        var mails = Enumerable.Range(0, 120).Select(number => $"v{number:000}@verband.example").ToArray();
        var wave = await _case.WaveAsync(await _case.ListAsync(mails));
        for (var stop = 1; stop < 60; stop += 4)
        {
            // The process "dies" after so many statements, wherever that is.
            using var killed = new CancellationTokenSource();
            _case.Host.Queries.Reset();
            var running = Task.Run(() => _case.RunAsync(killed.Token));
            while (!running.IsCompleted && _case.Host.Queries.Count < stop) await Task.Yield();
            await killed.CancelAsync();
            try
            {
                await running;
            }
            catch (OperationCanceledException)
            {
                // Killed.
            }
        }
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _case.RunAsync())));
        await _case.RunAsync();
        (await _case.ReceiversAsync()).ShouldBe(mails);
        (await _case.OutcomesAsync(wave)).Count.ShouldBe(mails.Length);
        (await _case.Host.DbAsync(db => db.Waves.SingleAsync())).State.ShouldBe(WaveState.Done);
    }

    [Fact]
    public async Task One_wave_has_one_mail_for_an_address_whatever_a_program_does()
    {
        var list = await _case.ListAsync("amt@musterstadt.example");
        var wave = await _case.WaveAsync(list);
        await _case.RunAsync();
        var contact = await _case.Host.DbAsync(db => db.Contacts.AsNoTracking().SingleAsync());
        await Should.ThrowAsync<DbUpdateException>(() => _case.World.WriteAsync(db =>
        {
            db.WaveMails.Add(WaveMail.Note(wave, contact, WaveOutcome.Written, null, _case.Host.Clock.Now));
            return Task.FromResult(true);
        }));
    }

    [Fact]
    public async Task A_wave_is_paused_resumed_and_stopped_on_its_page()
    {
        var list = await _case.ListAsync([.. Enumerable.Range(0, 5).Select(number => $"v{number}@verband.example")]);
        var wave = await _case.WaveAsync(list);
        var address = OutreachLinks.Progress(World.Slug, wave.Id);
        var page = await Lead.GetAsync(address);
        page.TextOf(".bar-words").ShouldContain("0 von 5");
        (await Lead.SubmitAsync(page, "form[action*=Pause]")).IsRedirect.ShouldBeTrue();
        (await _case.RunAsync()).ShouldBe(0);
        (await Lead.SubmitAsync(page, "form[action*=Pause]")).TextOf("main").ShouldContain("Die Aussendung läuft nicht.");
        page = await Lead.GetAsync(address);
        (await Lead.SubmitAsync(page, "form[action*=Resume]")).IsRedirect.ShouldBeTrue();
        (await _case.RunAsync()).ShouldBe(5);
        (await Lead.SubmitAsync(page, "form[action*=Stop]")).TextOf("main").ShouldContain("schon beendet");
        var planned = await _case.World.WriteAsync(db =>
        {
            var made = Wave.Make(_case.World.Call.Id, new() { Name = "Später", ListId = list.Id, SubjectDe = "x", TextDe = "y" }, _case.Host.Clock.Now).Fact;
            db.Waves.Add(made);
            return Task.FromResult(made.Release(_case.Host.Clock.Now.AddHours(2), 5, 0, _case.Host.Clock.Now).Fact);
        });
        (await _case.RunAsync()).ShouldBe(0);
        _case.Host.Clock.Now = _case.Host.Clock.Now.AddHours(2);
        (await _case.RunAsync()).ShouldBe(5);
        (await _case.OutcomesAsync(planned)).Count.ShouldBe(5);
    }

    private static Dictionary<string, string> Fields(Answer page, params (string Name, string Value)[] changes)
    {
        var fields = page.Page.QuerySelectorAll(Edit + " [name]").Where(each => each.GetAttribute("type") != "radio" || each.HasAttribute("checked"))
            .GroupBy(each => each.GetAttribute("name")!).ToDictionary(group => group.Key, group => group.First() switch
            {
                AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
                AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
                var other => other.GetAttribute("value") ?? "",
            });
        foreach (var (name, value) in changes) fields[name] = value;
        return fields;
    }
}
