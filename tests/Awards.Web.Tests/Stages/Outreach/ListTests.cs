using System.Net;
using System.Text;
using Awards.Documents.Workbooks;
using Awards.Domain.Outreach;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Outreach;
using Awards.Web.Tests.Naughty;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Outreach;

public sealed class ListTests : IAsyncLifetime
{
    private const string New = "main form:has([name=From])", Add = "main form:has([name='Input.Mail'])";

    private OutreachCase _case = null!;

    public async Task InitializeAsync() => _case = await OutreachCase.StartAsync();

    public async Task DisposeAsync() => await _case.DisposeAsync();

    private Visitor Lead => _case.Lead;

    [Fact]
    public async Task A_list_of_the_register_shows_who_lacks_an_address()
    {
        (await Lead.GetAsync(OutreachLinks.Index(World.Slug))).TextOf("main").ShouldContain("Noch gibt es keine Liste.");
        var page = await Lead.GetAsync(OutreachLinks.NewList(World.Slug));
        (await Lead.SubmitAsync(page, New, new() { ["Type"] = "LK", ["handler"] = null })).TextOf("main").ShouldContain("Bitte geben Sie der Liste einen Namen.");
        (await Lead.SubmitAsync(page, New, new() { ["Name"] = "Große", ["Min"] = "5.5" })).TextOf("#Min-error").ShouldContain("„5.5“ ist keine ganze Zahl");
        (await Lead.SubmitAsync(page, New, new() { ["Name"] = "Große", ["Min"] = "5.000" })).TextOf("main").ShouldContain("Keine Kommune passt zu dieser Auswahl.");
        var made = await Lead.SubmitAsync(page, New, new() { ["Name"] = "Landkreise", ["Type"] = "LK" });
        made.IsRedirect.ShouldBeTrue(made.Text);
        var list = await Lead.GetAsync(made.Location!);
        list.TextOf("[role=status]").ShouldContain("mit 2 Kommunen ohne Adresse");
        list.TextsOf("tbody th").ShouldBe(["Musterstadt 3", "Musterstadt 6"]);
        list.TextsOf("tbody .kern-badge").ShouldBe(["fehlt", "fehlt"]);
        (await Lead.GetAsync(OutreachLinks.Index(World.Slug))).TextsOf("tbody td").Take(3).ShouldBe(["2", "0", "2"]);
    }

    [Fact]
    public async Task After_counting_the_list_can_still_be_made()
    {
        var page = await Lead.GetAsync(OutreachLinks.NewList(World.Slug));
        var count = page.Page.QuerySelector("button[formaction]")!.GetAttribute("formaction")!;
        var fields = new Dictionary<string, string> { ["Name"] = "Landkreise", ["From"] = "register", ["Type"] = "LK", ["__RequestVerificationToken"] = page.Page.QuerySelector(New + " [name=__RequestVerificationToken]")!.GetAttribute("value")! };
        var counted = await Lead.PostRawAsync(count, fields);
        counted.TextOf("main form [role=status]").ShouldContain("2 Kommunen");
        var made = await Lead.SubmitAsync(counted, New);
        made.IsRedirect.ShouldBeTrue(made.Text);
    }

    [Fact]
    public async Task Somebody_is_entered_by_hand_into_the_gap_of_the_municipality()
    {
        var list = await _case.ListAsync();
        await _case.World.WriteAsync(db =>
        {
            db.Contacts.Add(Contact.Missing(list, _case.World.Municipalities[0], _case.Host.Clock.Now));
            return Task.FromResult(true);
        });
        var address = OutreachLinks.List(World.Slug, list.Id);
        var page = await Lead.GetAsync(address);
        var wrong = await Lead.SubmitAsync(page, Add, new() { ["Input.Name"] = "", ["Input.Mail"] = "amt@musterstadt" });
        wrong.TextOf("[id='Input_Name-error']").ShouldContain("Bitte geben Sie einen Namen ein.");
        wrong.TextOf("[id='Input_Mail-error']").ShouldContain("keine vollständige E-Mail-Adresse");
        wrong.TextOf("[id='Input_Source-error']").ShouldContain("woher die Adresse stammt");
        wrong.Page.QuerySelector("[name='Input.Mail']")!.GetAttribute("value").ShouldBe("amt@musterstadt");
        async Task<Answer> EnterAsync(string name, string mail) => await Lead.SubmitAsync(page, Add, new() { ["Input.Name"] = name, ["Input.Mail"] = mail, ["Input.Source"] = "Anruf" });
        (await EnterAsync("Musterstadt 1", "amt@musterstadt.example")).IsRedirect.ShouldBeTrue();
        (await EnterAsync("Musterstadt 1", "jugend@musterstadt.example")).IsRedirect.ShouldBeTrue();
        (await EnterAsync("Städtebund", "post@bund.example")).IsRedirect.ShouldBeTrue();
        (await EnterAsync("Städtebund", "POST@bund.example")).TextOf("[id='Input_Mail-error']").ShouldContain("steht schon in der Liste");
        var contacts = await _case.Host.DbAsync(db => db.Contacts.AsNoTracking().OrderBy(each => each.Mail).ToListAsync());
        contacts.Select(each => (each.Mail, each.MunicipalityId is not null)).ShouldBe([("amt@musterstadt.example", true), ("jugend@musterstadt.example", true), ("post@bund.example", false)]);
    }

    [Fact]
    public async Task A_list_is_filtered_by_its_address_and_costs_the_same_with_many_rows()
    {
        var list = await _case.ListAsync("1:amt@musterstadt.example");
        await Lead.GetAsync(OutreachLinks.List(World.Slug, list.Id));
        _case.Host.Queries.Reset();
        await Lead.GetAsync(OutreachLinks.List(World.Slug, list.Id));
        var few = _case.Host.Queries.Count;
        await _case.World.WriteAsync(db =>
        {
            for (var number = 0; number < 120; number++) db.Contacts.Add(Contact.Add(list, new() { Name = $"Verband {number:000}", Mail = $"v{number}@verband.example", Source = "Liste" }, null, _case.Host.Clock.Now).Fact);
            db.Contacts.Add(Contact.Missing(list, _case.World.Municipalities[1], _case.Host.Clock.Now));
            db.MailSuppressions.Add(MailSuppression.Create("V7@verband.example", _case.World.Call.Id, _case.Host.Clock.Now));
            db.MailSuppressions.Add(MailSuppression.Create("v8@verband.example", _case.World.Other.Id, _case.Host.Clock.Now));
            db.Bounces.Add(Bounce.Note(_case.World.Call.Id, AddressKey.Of("v9@verband.example"), null, BounceSource.Report, "5.1.1", "", _case.Host.Clock.Now));
            db.Bounces.Add(Bounce.Note(_case.World.Call.Id, AddressKey.Of("v10@verband.example"), null, BounceSource.Report, "4.2.2", "", _case.Host.Clock.Now));
            return Task.FromResult(true);
        });
        async Task<IReadOnlyList<string>> NamesAsync(string query) => (await Lead.GetAsync(OutreachLinks.List(World.Slug, list.Id) + query)).TextsOf("tbody th");
        _case.Host.Queries.Reset();
        (await NamesAsync("")).Count.ShouldBe(50);
        _case.Host.Queries.Count.ShouldBe(few);
        (await NamesAsync("?seite=3")).Count.ShouldBe(22);
        (await NamesAsync("?stand=ohne-adresse")).ShouldBe(["Musterstadt 2"]);
        (await NamesAsync("?stand=abbestellt")).ShouldBe(["Verband 007"]);
        (await NamesAsync("?stand=unzustellbar")).ShouldBe(["Verband 009"]);
        (await NamesAsync("?suche=VERBAND+012")).ShouldBe(["Verband 012"]);
        (await NamesAsync("?suche=amt@muster")).ShouldBe(["Musterstadt 1"]);
        (await NamesAsync("?stand=quatsch&seite=-1")).Count.ShouldBe(50);
        (await Lead.GetAsync(OutreachLinks.List(World.Slug, list.Id) + "?suche=gibtesnicht")).TextOf("main").ShouldContain("Kein Kontakt passt zu diesem Filter.");
        await Lead.GetAsync(OutreachLinks.Index(World.Slug));
        _case.Host.Queries.Reset();
        await Lead.GetAsync(OutreachLinks.Index(World.Slug));
        var index = _case.Host.Queries.Count;
        await _case.ListAsync("2:x@y.example");
        _case.Host.Queries.Reset();
        await Lead.GetAsync(OutreachLinks.Index(World.Slug));
        _case.Host.Queries.Count.ShouldBe(index);
    }

    [Fact]
    public async Task A_contact_is_changed_marked_unsubscribed_and_erased_everywhere()
    {
        var list = await _case.ListAsync("1:amt@musterstadt.example", "jugend@musterstadt.example");
        var second = await _case.ListAsync("1:AMT@musterstadt.example");
        var id = await _case.Host.DbAsync(db => db.Contacts.Where(each => each.ListId == list.Id && each.MunicipalityId != null).Select(each => each.Id).SingleAsync());
        var address = OutreachLinks.Contact(World.Slug, id);
        var page = await Lead.GetAsync(address);
        (await Lead.SubmitAsync(page, "form:has([name=Version])", new() { ["Input.Mail"] = "jugend@musterstadt.example" })).TextOf("[id='Input_Mail-error']").ShouldContain("steht schon in der Liste");
        (await Lead.SubmitAsync(page, "form:has([name=Version])", new() { ["Input.Source"] = "" })).TextOf("[id='Input_Source-error']").ShouldContain("woher");
        (await Lead.SubmitAsync(page, "form:has([name=Version])", new() { ["Input.Office"] = "Soziales" })).IsRedirect.ShouldBeTrue();
        (await Lead.SubmitAsync(page, "form:has([name=Version])", new() { ["Input.Office"] = "Wohnen" })).TextOf("main").ShouldContain("Inzwischen hat jemand anderes gespeichert");
        (await Lead.SubmitAsync(page, "form:has([name=Reason])")).TextOf("#Reason-error").ShouldContain("woher Sie wissen");
        (await Lead.SubmitAsync(page, "form:has([name=Reason])", new() { ["Reason"] = "Anruf" })).IsRedirect.ShouldBeTrue();
        var dead = await Lead.GetAsync(address);
        dead.TextOf("main").ShouldContain("Spätere Aussendungen lassen diese Adresse aus.");
        (await Lead.SubmitAsync(dead, "form[action*=Lift]")).IsRedirect.ShouldBeTrue();
        (await Lead.SubmitAsync(page, "form[action*=OptOut]")).IsRedirect.ShouldBeTrue();
        (await Lead.GetAsync(OutreachLinks.List(World.Slug, second.Id))).TextsOf("tbody .kern-badge").ShouldBe(["abbestellt"]);
        (await Lead.SubmitAsync(page, "form[action*=Erase]")).TextOf("#Confirmed-error").ShouldContain("Bitte bestätigen Sie");
        (await Lead.SubmitAsync(page, "form[action*=Erase]", new() { ["Confirmed"] = "true" })).IsRedirect.ShouldBeTrue();
        (await Lead.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        await _case.Host.DbAsync(async db =>
        {
            (await db.Contacts.Select(each => each.Mail).ToListAsync()).ShouldBe(["jugend@musterstadt.example"]);
            (await db.Set<AuditValues>().AnyAsync(each => each.Json.Contains("amt@musterstadt.example") || each.Json.Contains("AMT@musterstadt.example"))).ShouldBeFalse();
            (await db.Bounces.CountAsync()).ShouldBe(0);
            return true;
        });
        (await _case.ImportAsync(list, "name;mail\nMusterstadt 1;amt@musterstadt.example")).IsRedirect.ShouldBeTrue();
        (await Lead.GetAsync(OutreachLinks.List(World.Slug, list.Id) + "?stand=abbestellt")).TextsOf("tbody th").ShouldBe(["Musterstadt 1"]);
    }

    [Fact]
    public async Task A_list_is_deleted_with_its_addresses_unless_a_mailing_needs_it()
    {
        var list = await _case.ListAsync("1:amt@musterstadt.example");
        var wave = await _case.WaveAsync(list);
        var page = await Lead.GetAsync(OutreachLinks.List(World.Slug, list.Id));
        (await Lead.SubmitAsync(page, "form[action*=Delete]")).TextOf("#Confirmed-error").ShouldContain("Bitte bestätigen Sie");
        (await Lead.SubmitAsync(page, "form[action*=Delete]", new() { ["Confirmed"] = "true" })).TextOf("main").ShouldContain("geplant oder läuft");
        await _case.RunAsync();
        await _case.RunAsync();
        (await Lead.SubmitAsync(page, "form[action*=Delete]", new() { ["Confirmed"] = "true" })).Location.ShouldBe(OutreachLinks.Index(World.Slug));
        (await _case.Host.DbAsync(db => db.Contacts.CountAsync())).ShouldBe(0);
        (await _case.Host.DbAsync(db => db.Waves.SingleAsync(each => each.Id == wave.Id))).ListId.ShouldBeNull();
        (await Lead.GetAsync(OutreachLinks.Progress(World.Slug, wave.Id))).Status.ShouldBe(HttpStatusCode.OK);
        (await _case.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_shown_first_and_then_merged_and_says_what_it_does()
    {
        var list = await _case.ListAsync("1:amt@musterstadt.example");
        await _case.World.WriteAsync(db =>
        {
            db.Contacts.Add(Contact.Missing(list, _case.World.Municipalities[1], _case.Host.Clock.Now));
            db.MailSuppressions.Add(MailSuppression.Create("alt@bund.example", null, _case.Host.Clock.Now));
            return Task.FromResult(true);
        });
        var state = _case.World.Municipalities[1].State;
        var shown = await _case.UploadAsync(list, $"Name;Land;Stelle;E-Mail;Quelle;Sprache;abbestellt\nMusterstadt 1;;Soziales;AMT@musterstadt.example;;;\nMusterstadt 2;{state};;neu@musterstadt.example;Anruf;en;\n\"Bund; der \"\"Städte\"\"\";;;alt@bund.example;;;nein\nNetz;;;netz@netz.example;;;ja\nNetz;;;NETZ@netz.example;;;ja\n");
        shown.Location.ShouldBe(OutreachLinks.Preview(World.Slug, list.Id), shown.Text);
        var preview = await Lead.GetAsync(shown.Location!);
        preview.TextsOf("tbody td").ShouldBe(["2", "1", "1", "1", "1", "1", "1"]);
        preview.TextsOf("details li").ShouldBe(["Bund; der \"Städte\"", "Netz"]);
        (await _case.Host.DbAsync(db => db.Contacts.CountAsync())).ShouldBe(2);
        (await Lead.GetAsync(OutreachLinks.Import(World.Slug, list.Id))).TextOf("main").ShouldContain("Eine geprüfte Datei wartet");
        (await Lead.SubmitAsync(preview, "main form:not([action*=Discard])")).Location.ShouldBe(OutreachLinks.List(World.Slug, list.Id));
        (await Lead.SubmitAsync(preview, "main form:not([action*=Discard])")).Status.ShouldBe(HttpStatusCode.NotFound);
        await _case.Host.DbAsync(async db =>
        {
            (await db.Contacts.OrderBy(each => each.NameSort).Select(each => new { each.Name, each.Mail, each.Source, each.Office, each.Language }).ToListAsync()).Select(each => $"{each.Name}|{each.Mail}|{each.Source}|{each.Office}|{each.Language}").ShouldBe(
                ["Bund; der \"Städte\"|alt@bund.example|Website der Stadt||de", "Musterstadt 1|amt@musterstadt.example|Website der Stadt|Soziales|de", "Musterstadt 2|neu@musterstadt.example|Anruf||en", "Netz|netz@netz.example|Website der Stadt||de"]);
            (await db.MailSuppressions.CountAsync()).ShouldBe(2);
            (await db.Set<AuditValues>().AnyAsync(each => each.Json.Contains("netz@netz.example"))).ShouldBeFalse();
            return true;
        });
        var discarded = await Lead.GetAsync((await _case.UploadAsync(list, "name,mail\nNeu,neu@neu.example")).Location!);
        (await Lead.SubmitAsync(discarded, "main form[action*=Discard]")).IsRedirect.ShouldBeTrue();
        (await _case.Host.DbAsync(db => db.ContactUploads.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("name;mail;quelle\nMusterstadt 1;kaputt;Web\nX;;Web\n;a@b.example;Web", "Zeile 2, Spalte „mail“: Das ist keine vollständige E-Mail-Adresse", "Zeile 3, Spalte „mail“: Hier fehlt die Mailadresse", "Zeile 4, Spalte „name“: Hier fehlt der Name")]
    [InlineData("name;mail\nMusterstadt 1;a@b.example", "Zeile 2, Spalte „quelle“: Bitte geben Sie an, woher die Adresse stammt")]
    [InlineData("schluessel;mail;quelle\n99999999;a@b.example;Web", "Zeile 2, Spalte „schluessel“: Den Schlüssel „99999999“ gibt es")]
    [InlineData("name;mail;quelle;abbestellt;sprache;land\nX;a@b.example;Web;vielleicht;fr;Bayern", "„vielleicht“ ist hier nicht möglich", "„fr“ ist keine mögliche Sprache", "„Bayern“ ist kein Land")]
    [InlineData("name;telefon;mail\nX;1;a@b.example", "Zeile 1, Spalte „telefon“: Diese Spalte gibt es nicht")]
    [InlineData("name;quelle\nX;Web", "Zeile 1, Spalte „mail“: Die Spalte fehlt")]
    [InlineData("name;mail;mail\nX;a@b.example;c@d.example", "Die Spalte steht mehrmals")]
    [InlineData("name;mail;quelle\nX;a@b.example;Web;zu viel", "Zeile 2: Die Zeile hat mehr Zellen")]
    [InlineData("name;mail;quelle\n\"X;a@b.example;Web", "Ein Anführungszeichen steht an falscher Stelle")]
    [InlineData("name;mail", "Unter der Kopfzeile steht keine Zeile.")]
    public async Task A_faulty_file_is_refused_whole_and_names_each_place(string text, params string[] messages)
    {
        var list = await _case.ListAsync();
        var answer = await _case.UploadAsync(list, text, source: null);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Location);
        foreach (var message in messages) answer.TextOf("main section").ShouldContain(message);
        (await _case.Host.DbAsync(db => db.ContactUploads.CountAsync())).ShouldBe(0);
        (await _case.Host.DbAsync(db => db.Contacts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Files_that_are_none_and_names_that_several_have_are_refused_with_a_way_out()
    {
        var list = await _case.ListAsync();
        (await _case.UploadAsync(list, [0xFF, 0xFE, 0x00, 0x41])).TextOf("main section").ShouldContain("CSV UTF-8");
        (await _case.UploadAsync(list, "PK\u0003\u0004 kaputt"u8.ToArray(), name: "x.xlsx")).TextOf("main section").ShouldContain("keine lesbare Excel-Arbeitsmappe");
        (await _case.UploadAsync(list, [])).TextOf("#Upload-error").ShouldContain("leer");
        await _case.World.WriteAsync(db =>
        {
            db.Municipalities.AddRange(Domain.Municipalities.Municipality.Create("Neustadt", "HE", Domain.Municipalities.MunicipalityType.DistrictMunicipality), Domain.Municipalities.Municipality.Create("Neustadt", "BY", Domain.Municipalities.MunicipalityType.DistrictMunicipality));
            return Task.FromResult(true);
        });
        (await _case.UploadAsync(list, "name;mail\nStadt Neustadt;a@b.example")).TextOf("main section").ShouldContain("„Stadt Neustadt“ gibt es mehrmals");
        (await _case.UploadAsync(list, "name;land;mail\nStadt Neustadt;HE;a@b.example")).IsRedirect.ShouldBeTrue();
    }

    [SharedFact]
    public async Task Hostile_names_come_back_as_they_were_through_the_workbook()
    {
        var list = await _case.ListAsync();
        var names = NaughtyStrings.Stored.Where(name => name.Trim() == name && name.Length <= 100).ToList();
        var sheet = new Sheet("Kontakte", [new("name"), new("mail"), new("quelle")], names.Select((name, at) => (IReadOnlyList<object?>)[name, $"m{at}@verband.example", name]));
        var shown = await _case.UploadAsync(list, WorkbookWriter.Write(sheet), name: "kontakte.xlsx");
        shown.IsRedirect.ShouldBeTrue(shown.Text);
        var preview = await Lead.GetAsync(shown.Location!);
        preview.ShouldShowTextAsText("preview");
        (await Lead.SubmitAsync(preview, "main form:not([action*=Discard])")).IsRedirect.ShouldBeTrue();
        for (var page = 1; page <= 3; page++) (await Lead.GetAsync(OutreachLinks.List(World.Slug, list.Id) + $"?seite={page}")).ShouldShowTextAsText("list");
        var before = await _case.Host.DbAsync(db => db.Contacts.OrderBy(each => each.Mail).Select(each => new { each.Name, each.Mail, each.Source }).ToListAsync());
        before.Count.ShouldBe(names.Count);
        var (status, type, content) = await Lead.DownloadAsync(OutreachLinks.ListFile(World.Slug, list.Id));
        (status, type).ShouldBe((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        var other = await _case.ListAsync();
        var again = await _case.UploadAsync(other, content, name: "kontakte.xlsx");
        again.IsRedirect.ShouldBeTrue(again.Text);
        (await Lead.SubmitAsync(await Lead.GetAsync(again.Location!), "main form:not([action*=Discard])")).IsRedirect.ShouldBeTrue();
        (await _case.Host.DbAsync(db => db.Contacts.Where(each => each.ListId == other.Id).OrderBy(each => each.Mail).Select(each => new { each.Name, each.Mail, each.Source }).ToListAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_of_another_call_or_missing_is_not_found()
    {
        var list = await _case.World.WriteAsync(db =>
        {
            var foreign = ContactList.Make(_case.World.Other.Id, "Fremd", null, new(null, _case.Host.Clock.Now)).Fact;
            db.ContactLists.Add(foreign);
            db.Contacts.Add(Contact.Add(foreign, new() { Name = "Fremd", Mail = "fremd@musterstadt.example", Source = "Web" }, null, _case.Host.Clock.Now).Fact);
            return Task.FromResult(foreign);
        });
        var contact = await _case.Host.DbAsync(db => db.Contacts.Select(each => each.Id).SingleAsync());
        foreach (var address in new[] { OutreachLinks.List(World.Slug, list.Id), OutreachLinks.ListFile(World.Slug, list.Id), OutreachLinks.Import(World.Slug, list.Id), OutreachLinks.Preview(World.Slug, list.Id), OutreachLinks.Contact(World.Slug, contact), OutreachLinks.Wave(World.Slug, contact), OutreachLinks.EffectFile(World.Slug, "json") })
            (await Lead.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        using var editor = await _case.Host.SignedInAsync(Cast.Editor);
        (await editor.GetAsync(OutreachLinks.Index(World.Slug))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
