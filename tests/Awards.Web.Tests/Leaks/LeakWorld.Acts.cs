using System.Net;
using System.Text;
using Awards.Domain.Accounts;
using Awards.Domain.Enquiries;
using Awards.Domain.Jury;
using Awards.Domain.Outreach;
using Awards.Domain.Publication;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Testing.Files;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Stages.Accounts;
using Awards.Web.Stages.Applications;
using Awards.Web.Stages.Calls;
using Awards.Web.Stages.Intake;
using Awards.Web.Tests.Stages.Jury;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Leaks;

/// <summary>Accounts and their secrets, mails, files; what the product writes by itself is written through its pages.</summary>
internal sealed partial class LeakWorld
{
    /// <summary>Secrets that the product made by chance: links in mails.</summary>
    public IReadOnlyList<string> Tokens { get; private set; } = [];

    private async Task AccountsAsync()
    {
        await world.WriteAsync(async db =>
        {
            foreach (var (number, word) in new[] { (1, "Eins"), (2, "Zwei"), (3, "Drei") })
                (await db.Users.SingleAsync(person => person.Email == Cast.Reviewer(number))).DisplayName = Word("Pruefer", word);
            var (lead, stranger) = (world.Persons[Cast.Lead], world.Persons[Cast.OtherLead]);
            db.Set<IdentityUserToken<Guid>>().AddRange(
                new() { UserId = lead, LoginProvider = "[AspNetUserStore]", Name = "Probe", Value = Word("Faktor", "Schluessel") },
                new() { UserId = stranger, LoginProvider = "[AspNetUserStore]", Name = "RecoveryCodes", Value = Word("Faktor", "Codes") });
            db.DataProtectionKeys.Add(DataProtectionKey.Keep("probe", $"<{Word("Schluessel", "Xml")} />", host.Clock.Now));
            db.Invitations.Add(Invitation.ForMunicipality(Word("Registrierung", "Mail") + "@amt.example", Word("Registrierung", "Name"), world.Municipalities[0].Id, null, Word("Registrierung", "Hash"), By("Probe")));
            // Lives as long as the clock may move: the list shows living sessions only.
            db.Sessions.Add(new Session { Id = Guid.CreateVersion7(), PersonId = world.Persons[Cast.ClerkTwo], Device = Word("Geraet", "Zwei"), CreatedAt = host.Clock.Now, LastSeenAt = host.Clock.Now.AddYears(2), ProvedAt = host.Clock.Now });
            return true;
        });
        await host.DbAsync(async db =>
        {
            foreach (var (word, score) in new[] { ("VersiegeltEins", 4.37), ("PaarErsetzt", 2.59), ("PaarEins", 3.61), ("PaarZwei", 3.61), ("BeratenEins", 4.83), ("BeratenZwei", 4.83) })
                await db.Reviews.Where(review => review.Id == Reviews[word].Id).ExecuteUpdateAsync(set => set.SetProperty(review => review.Score, score));
            return true;
        });
    }

    private async Task ActAsync()
    {
        await world.WriteAsync(async db =>
        {
            var award = Award.Record(world.Call, Entries["Praemiert"], new(Entries["Praemiert"].GroupCode, JuryWorld.Large, null, Word("Praemiert", "Jury")), [], By("Jury")).Fact;
            db.Awards.Add(award);
            foreach (var call in new[] { world.Call, world.Other })
                db.Snapshots.Add(Snapshot.Take(call, await CountedEntries.LoadAsync(db, call.Id), call == world.Call ? Word("Datenstand", "Name") : "Stand", By("Probe")).Fact);
            db.Record(By(Word("Paar", "Neuvergabe")) with { CallId = world.Call.Id }, AuditAction.ReviewerReplaced, "Review", Reviews["PaarErsetzt"].Id);
            var piece = Domain.Intake.MissingPieceRequest.Ask(Applications["Eingereicht"], Word("Eingereicht", "Nachforderung"), DateOnly.FromDateTime(host.Clock.Now).AddDays(300), By("Probe")).Fact;
            _ = piece.Reply(Word("Eingereicht", "Nachgereicht"), 0, 0, By("Probe")).Fact;
            db.MissingPieceRequests.Add(piece);
            db.FormalChecks.Add(Domain.Intake.FormalCheck.Decide(Applications["Eingereicht"], null, new HashSet<string> { Domain.Intake.FormalFindings.Incomplete }, Domain.Intake.FormalFindings.Incomplete,
                Domain.Intake.CheckState.Accepted, Word("Eingereicht", "Pruefnotiz"), 0, By("Probe")).Fact);
            db.WantedPairs.Add(Domain.Intake.WantedPair.Say(world.Call.Id, Applications["Eingereicht"].Id, Applications["Praemiert"].Id, By(Word("Eingereicht", "Gewollt"))).Fact);
            db.BulkRuns.Add(Domain.Intake.BulkRun.Record(world.Call.Id, Domain.Intake.BulkAction.Exclude, [new(Applications["Eingereicht"].Id, Word("Eingereicht", "Sammelzeile"), null, "Probe")], By("Probe")));
            var template = MailTemplate.Create(world.Call.Id, IntakeMails.Exclusion.Code, "de");
            template.Change(Word("Vorlage", "Betreff") + " {{wettbewerb}}", Word("Vorlage", "Text") + " {{titel}} {{begruendung}}", host.Clock.Now);
            db.MailTemplates.Add(template);
            var receipt = MailTemplate.Create(world.Call.Id, ReceiptMail.Kind.Code, "de");
            receipt.Change(Word("Mail", "Betreff"), Word("Mail", "Text") + " {{ansprechperson}} {{titel}}", host.Clock.Now);
            db.MailTemplates.Add(receipt);
            return true;
        });
        await world.WriteAsync(async db =>
        {
            var mail = await ReceiptMail.WriteAsync(new MailTemplates(db), Applications["Eingereicht"], world.Call, host.Clock.Now, "de", default);
            mail.GiveUp(Word("Mail", "Fehler"));
            db.Outbox.AddRange(mail,
                OutboxMessage.Write(Cast.Stranger, Word("Kontomail", "Betreff"), Word("Kontomail", "Text"), host.Clock.Now, kind: "account"),
                OutboxMessage.Write(Cast.OtherLead, "Betreff", Word("Anders", "Mailtext"), host.Clock.Now, callId: world.Other.Id));
            return true;
        });
        await world.WriteAsync(async db =>
        {
            var list = ContactList.Make(world.Call.Id, Word("Liste", "Name"), null, By("Probe")).Fact;
            db.ContactLists.Add(list);
            db.Contacts.Add(Contact.Add(list, new() { Name = Word("Liste", "Kommune"), Office = Word("Liste", "Amt"), Mail = Word("Liste", "Mail").ToLowerInvariant() + "@verband.example", Source = Word("Liste", "Herkunft") }, null, host.Clock.Now).Fact);
            db.Waves.Add(Wave.Make(world.Call.Id, new() { Name = Word("Welle", "Name"), ListId = list.Id, SubjectDe = Word("Welle", "Betreff"), TextDe = Word("Welle", "Text") }, host.Clock.Now).Fact);
            db.Bounces.Add(Bounce.Note(world.Call.Id, AddressKey.Of(Word("Liste", "Mail").ToLowerInvariant() + "@verband.example"), null, BounceSource.Report, "4.4.1", Word("Welle", "Rueck"), host.Clock.Now));
            db.Enquiries.Add(Enquiry.Ask(world.Call.Id, new() { Name = Word("Frage", "Name"), Mail = Word("Frage", "Mail").ToLowerInvariant() + "@musterstadt.example", Text = Word("Frage", "Text") }, EnquiryChannel.Form, By("Probe")).Fact);
            db.Enquiries.Add(Enquiry.Ask(world.Call.Id, new() { Name = Word("Rueckfrage", "Name"), Mail = Cast.ClerkOne, Text = Word("Rueckfrage", "Text") }, EnquiryChannel.Application, By("Probe"), Applications["Versiegelt"].Id).Fact);
            db.FaqEntries.Add(FaqEntry.Write(world.Call.Id, FaqText.Of(Word("Haeufig", "Frage"), Word("Haeufig", "Antwort"), null, null), 1, host.Clock.Now).Fact);
            await Task.CompletedTask;
            return true;
        });
        using var lead = await host.SignedInAsync(Cast.Lead);
        var application = await lead.GetAsync(IntakeLinks.Application(World.Slug, Applications["Ausgeschlossen"].Id));
        Done(await lead.SubmitAsync(application, "form:has([name=ExclusionReason])", new() { ["ExclusionReason"] = Word("Ausgeschlossen", "Ausschluss") }));
        Done(await lead.SubmitAsync(await lead.GetAsync(AccountLinks.Persons(World.Slug)), "form:has([name=Mail])",
            new() { ["Mail"] = Word("Einladung", "Mail").ToLowerInvariant() + "@jury.example", ["Name"] = Word("Einladung", "Name"), ["Roles"] = "JuryMember" }));
        foreach (var (word, audience) in new[] { ("Oeffentlich", "Everybody"), ("Intern", "Office"), ("Entfernt", "Office") })
        {
            var content = CraftedPdf.WithCatalog("", CraftedPdf.Stream("", Encoding.Latin1.GetBytes(Word(word, "Inhalt"))));
            Done(await lead.UploadAsync(await lead.GetAsync(CallLinks.Downloads(World.Slug)), "form[enctype='multipart/form-data']",
                new() { ["Input.TitleDe"] = Word(word, "Dokument"), ["Input.Audience"] = audience }, "Upload", Word(word, "Datei") + ".pdf", new ByteArrayContent(content)));
        }
        var downloads = await lead.GetAsync(CallLinks.Downloads(World.Slug));
        var gone = await host.DbAsync(db => db.CallDownloads.SingleAsync(each => each.TitleDe == Word("Entfernt", "Dokument")));
        Done(await lead.PostRawAsync(CallLinks.Downloads(World.Slug) + "?handler=Remove", new() { ["id"] = gone.Id.ToString(), ["__RequestVerificationToken"] = TokenOf(downloads) }));
        using var stranger = host.Visitor();
        await stranger.SubmitAsync(await stranger.GetAsync(AccountLinks.SignInLink), "main form", new() { ["Mail"] = Cast.Stranger, ["Input.Mail"] = Cast.Stranger });
        Tokens = [.. (await host.DbAsync(db => db.Outbox.Where(mail => mail.Secret).Select(mail => mail.Body).ToListAsync()))
            .SelectMany(body => body.Split((char[]?)null)).Where(word => word.StartsWith("http", StringComparison.Ordinal)).Select(link => new Uri(link).Segments[^1])];
        Tokens.Count.ShouldBe(2);
    }

    /// <summary>The antiforgery token of a page.</summary>
    public static string TokenOf(Answer page) => page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static void Done(Answer answer) => answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
}
